#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace
{

// Chinese keyboards show arrows on these keys; Qt's own translation writes "left direction".
[[maybe_unused]] constexpr const char *arrowKeys[] = {
    QT_TRANSLATE_NOOP("QShortcut", "Left"), QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Up"), QT_TRANSLATE_NOOP("QShortcut", "Down")};

// Qt's own translation asks the reader to "press by shortcut manner".
[[maybe_unused]] constexpr const char *keyFields[] = {
    QT_TRANSLATE_NOOP("QKeySequenceEdit", "Press shortcut")};

// The kinds of what a file dialog lists, which Qt's own Chinese translation lacks.
[[maybe_unused]] constexpr const char *fileKinds[] = {
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Alias"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Shortcut"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown")};

// The language that was found; empty where there is none.
QString install(QCoreApplication &application, const QLocale &locale, const QString &name,
                const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (!translator->load(locale, name, u"_"_s, folder))
        return {};
    QCoreApplication::installTranslator(translator);
    return translator->language();
}

// Where LC_TIME is the C locale, times are written with seconds, whatever the language is. British English
// counts to 24, too, but without them.
QLocale withoutSeconds(const QLocale &locale)
{
    if (locale.language() == QLocale::C || locale.language() == QLocale::English)
        return {QLocale::English, QLocale::UnitedKingdom};
    return {locale.language(), locale.territory()};
}

}

void installLanguage(QCoreApplication &application)
{
    install(application, QLocale(), u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English plurals first: they stay where the system speaks neither English nor a language we have.
    install(application, QLocale(QLocale::English), u"lectern"_s, u":/i18n"_s);
    const QString language = install(application, QLocale(), u"lectern"_s, u":/i18n"_s);
    // LC_TIME may speak another language than LANGUAGE. Beside English that is a taste; in a Chinese sentence
    // the names of days are Chinese.
    const QLocale found(language);
    if (!language.isEmpty() && found.language() != QLocale::English &&
        found.dayName(Qt::Monday) != QLocale().dayName(Qt::Monday))
        QLocale::setDefault(found);
    else if (QLocale().timeFormat(QLocale::ShortFormat).contains(u's'))
        QLocale::setDefault(withoutSeconds(QLocale()));
}
