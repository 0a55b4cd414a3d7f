#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace
{
void install(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, name, u"_"_s, folder))
        QCoreApplication::installTranslator(translator);
}
}

void installLanguage(QCoreApplication &application)
{
    install(application, QLocale(), u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English plurals first: they stay where the system speaks neither English nor a language we have.
    install(application, QLocale(QLocale::English), u"lectern"_s, u":/i18n"_s);
    install(application, QLocale(), u"lectern"_s, u":/i18n"_s);
}
