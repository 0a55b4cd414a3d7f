#include "ui/rowspeech.h"

#include "app/catalog/catalogtypes.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RowSpeech)
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(Text::tr(", ", "between the parts of a row that is read aloud"));
}

QString spokenDate(const ArticleHead &head)
{
    return head.problems & (Problem::DateMissing | Problem::DateUnreadable)
               ? Text::tr("no date")
               : QLocale().toString(head.date.toLocalTime().date(), QLocale::LongFormat);
}

}

QString spokenArticle(const ArticleRow &article)
{
    return joined({article.read ? QString() : Text::tr("unread"),
                   article.starred ? Text::tr("starred") : QString(), article.head.title.simplified(),
                   article.head.author.simplified(), spokenDate(article.head)});
}

QString spokenCategory(const QString &name, int unread, int articles)
{
    return unread > 0 ? joined({name, Text::tr("%n unread", nullptr, unread)}) : spokenView(name, articles);
}

QString spokenView(const QString &name, int articles)
{
    return joined({name, Text::tr("%n article(s)", nullptr, articles)});
}
