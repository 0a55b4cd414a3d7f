#include "ui/pagetexts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace
{

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(PageTexts)
};

// Names may hold marks that turn the direction of writing: isolated, they turn nothing but themselves.
QString isolated(const QString &name)
{
    return QChar(0x2068) + name + QChar(0x2069);
}

QString dateText(const ArticleHead &head, const QLocale &locale)
{
    if (!head.date.isValid())
        return {};
    const QDateTime local = head.date.toLocalTime();
    const QString text = locale.toString(local.date(), QLocale::LongFormat) + u' ' +
                         locale.toString(local.time(), QLocale::ShortFormat);
    const bool guessed = head.problems & (Problem::DateMissing | Problem::DateUnreadable);
    return guessed ? Texts::tr("%1 (date is a guess)").arg(text) : text;
}

QString noticeText(Problems problems, bool simplified)
{
    QStringList sentences;
    if (simplified)
        sentences += Texts::tr("This article's markup could not be shown safely: this is its text alone.");
    if (problems & (Problem::FrontMatterRepaired | Problem::FrontMatterUnclosed))
        sentences += Texts::tr("The head of this file is damaged and was read line by line.");
    if (problems & Problem::EncodingDamaged)
        sentences += Texts::tr("Some characters of this file could not be read.");
    return sentences.join(u' ');
}

}

PageTexts pageTexts(const ArticleHead &head, int minutes, bool simplified, const QLocale &locale)
{
    PageTexts texts;
    texts.title = head.title;
    texts.categories = head.categories;
    QStringList byline;
    if (!head.author.isEmpty())
        byline += isolated(head.author);
    byline += dateText(head, locale);
    byline += Texts::tr("%n min", "reading time", minutes);
    byline.removeAll(QString());
    texts.byline = byline.join(u" · "_s);
    texts.original = Texts::tr("Original:");
    texts.originalLink = linkAddress(head.originalLink, {});
    texts.notice = noticeText(head.problems, simplified);
    return texts;
}

PageTexts unreadableTexts(const ArticleHead &head, const QString &reason)
{
    PageTexts texts;
    texts.title = head.title;
    texts.categories = head.categories;
    texts.notice = Texts::tr("This file cannot be read: %1").arg(reason);
    return texts;
}

SanitizerLabels sanitizerLabels()
{
    return {Texts::tr("Video at %1"), Texts::tr("Audio at %1"), Texts::tr("Embedded page at %1")};
}
