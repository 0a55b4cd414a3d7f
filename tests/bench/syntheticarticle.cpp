#include "syntheticarticle.h"

#include <QDateTime>

#include <cmath>
#include <numbers>

namespace
{

constexpr double medianBody = 1300; // bytes
constexpr double spread = 1.18;     // of the logarithm: the mean is twice the median
constexpr double longestBody = 120'000;
constexpr qsizetype uniqueTitle = 40; // bytes: six words

constexpr qint64 oldest = 1'325'376'000; // 2012-01-01
constexpr qint64 newest = 1'767'225'600; // 2026-01-01

// Box and Muller 1958.
int bodyLength(Random &random)
{
    if (random.chance(4))
        return 0;
    const double radius = std::sqrt(-2 * std::log(1 - random.fraction()));
    const double normal = radius * std::cos(2 * std::numbers::pi * random.fraction());
    return static_cast<int>(std::min(longestBody, medianBody * std::exp(spread * normal)));
}

QByteArray pictureAddress(Random &random)
{
    const QByteArray name = QByteArray::number(random.next(), 16);
    switch (random.below(4)) {
    case 0:
        return "https://cors.zfour.workers.dev/?http://img.example/" + name + ".jpg";
    case 1:
        return "https://cors.mhuig.top/?r=https://www.example&url=https://img.example/" + name + ".png?w=1#f";
    case 2:
        return "https://img.example/" + name + ".jpg@s_2,w_820,h_547";
    default:
        return "https://img.example/2021/" + name + ".png";
    }
}

QByteArray block(const SyntheticText &text, Random &random)
{
    const int kind = random.below(100);
    if (kind < 8)
        return "<h2>" + text.words(random, 4) + "</h2>\n";
    if (kind < 20) {
        return "<p><img src=\"" + pictureAddress(random) +
               "\" data-size=\"640,460\" referrerpolicy=\"no-referrer\"></p>\n";
    }
    if (kind < 24)
        return "<blockquote><p>" + text.paragraph(random, 150) + "</p></blockquote>\n";
    if (kind < 28) {
        return "<ul><li>" + text.sentence(random) + "</li><li>" + text.sentence(random) + "</li><li>" +
               text.sentence(random) + "</li></ul>\n";
    }
    if (kind < 36) {
        return "<p style=\"text-align: justify; font-size: 16px\"><span class=\"accent\">" +
               text.words(random, 3) + "</span>" + text.paragraph(random, 200) +
               "<a href=\"https://www.example/" + QByteArray::number(random.below(100'000)) +
               "\" target=\"_blank\">" + text.words(random, 2) + "</a></p>\n";
    }
    return "<p>" + text.paragraph(random, random.between(100, 500)) + "</p>\n";
}

QByteArray body(const SyntheticText &text, Random &random)
{
    const int length = bodyLength(random);
    QByteArray html;
    html.reserve(length + 1024);
    while (html.size() < length)
        html += block(text, random);
    return html;
}

// What the writing programs put in the place of characters: in the title itself, and further ones in names.
QByteArray fileName(QByteArray title)
{
    for (const char forbidden : {':', '/', '\\', '?', '*', '<', '>', '|', '[', ']', '\n'})
        title.replace(forbidden, '_');
    for (const char dropped : {'#', '.'})
        title.replace(QByteArray(1, dropped), "");
    return title;
}

QByteArray flowList(const QList<QByteArray> &items)
{
    QByteArray list;
    for (const QByteArray &item : items)
        list += (list.isEmpty() ? "'" : ", '") + item + '\'';
    return '[' + list + ']';
}

}

QByteArray rfc822Date(qint64 time)
{
    static const QByteArray days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static const QByteArray months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const QDateTime date = QDateTime::fromSecsSinceEpoch(time, Qt::UTC);
    const QDate day = date.date();
    return days[day.dayOfWeek() - 1] + ", " + QByteArray::number(day.day()).rightJustified(2, '0') + ' ' +
           months[day.month() - 1] + ' ' + QByteArray::number(day.year()) + ' ' + isoDate(time).mid(11, 8) +
           " GMT";
}

QByteArray isoDate(qint64 time)
{
    return QDateTime::fromSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODate).toLatin1();
}

SyntheticArticle makeArticle(const SyntheticText &text, int number, const QList<QByteArray> &categories)
{
    Random random(static_cast<quint64>(number) + 1000);
    SyntheticArticle article;
    article.number = number;
    article.categories = categories;
    article.title = text.title(random);
    // Short titles repeat in a long feed, and would be one file.
    if (article.title.size() < uniqueTitle)
        article.title += QByteArray::number(number);
    // The later the more: an archive grows faster as it goes.
    article.time = oldest + static_cast<qint64>(std::sqrt(random.fraction()) * double(newest - oldest));
    article.headImage = random.chance(60) ? pictureAddress(random)
                                          : "https://picsum.photos/400/300?random=" +
                                                QByteArray::number(random.below(10'000));
    article.link = "https://www.example/" + QByteArray::number(number) + ".html";
    article.body = body(text, random);
    return article;
}

QByteArray articlePath(const SyntheticArticle &article, Dialect dialect)
{
    const bool isSister = dialect == Dialect::Sister;
    QByteArray path = isSister ? "source/_posts/" : "post/";
    for (const QByteArray &category : article.categories)
        path += fileName(category) + '/';
    return path + fileName(article.title) + ".md";
}

QByteArray frontMatter(const SyntheticArticle &article, Dialect dialect)
{
    const QByteArray title = "title: '" + article.title + "'\n";
    if (dialect == Dialect::Sister) {
        const QByteArray categories = flowList(article.categories);
        const QByteArray date = isoDate(article.time).chopped(1) + ".000Z\n";
        return title + "categories: " + categories + "\ntags: " + categories + "\ndate: " + date +
               "updated: " + date + "cover: " + article.headImage + "\ncomments: false\n";
    }
    // One feed in four gives no date of its own, and the program writes one without a zone.
    const bool isPlain = article.time % 4 == 0;
    const QByteArray date =
        isPlain ? isoDate(article.time).chopped(1).replace('T', ' ') : rfc822Date(article.time);
    return title + "categories: \n - " + article.categories.join("\n - ") + "\nheadimg: '" +
           article.headImage + "'\nauthor: " + article.categories.value(1) +
           "\ncomments: false\ndate: " + date + "\nthumbnail: '" + article.headImage + "'\n";
}

SyntheticFile writeArticle(const SyntheticArticle &article, Dialect dialect)
{
    const QByteArray head = "---\n" + frontMatter(article, dialect) + "---\n\n";
    SyntheticFile file{articlePath(article, dialect), {}};
    if (dialect == Dialect::Sister) {
        file.bytes = head + "<div>\n" + article.body + "</div>\n\n<div>\n{% link " + article.link + " '" +
                     article.title + "' %}\n</div>\n";
    } else {
        file.bytes = '\n' + head + "<div>   \n" + article.body + "</div>\n            ";
    }
    return file;
}
