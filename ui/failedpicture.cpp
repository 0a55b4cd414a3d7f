#include "ui/failedpicture.h"

#include "ui/failuretexts.h"

#include <QCoreApplication>
#include <QFont>
#include <QFontMetrics>
#include <QTextLayout>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace
{

constexpr int lineHeight = 21; // CSS pixels
constexpr int fontSize = 14;   // CSS pixels
constexpr int margin = 16;     // CSS pixels

constexpr int markHeight = 36;  // CSS pixels
constexpr int leastWidth = 120; // CSS pixels; below that a line holds no word

// A text as it is wrapped. What has the greatest weight is left out first where there is no room.
struct Lines {
    QStringList lines;
    int weight = 0;
};
constexpr int weightOfWhatToDo = 4;

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(FailedPicture)
};

// Wider ones would be shrunk to the column, text and all.
int boxWidth(const QSize &declared, int column)
{
    return declared.isEmpty() ? column : qMin(column, declared.width());
}

// `wanted` is the height of all there is to say.
QSize boxSize(const QSize &declared, int column, int wanted)
{
    const int width = boxWidth(declared, column);
    if (declared.isEmpty())
        return {width, wanted};
    return {width, qMax(1, qRound(double(width) * declared.height() / declared.width()))};
}

QFont boxFont()
{
    QFont font(u"sans-serif"_s);
    font.setPixelSize(fontSize);
    return font;
}

QStringList wrapped(const QString &text, int width)
{
    QTextLayout layout(text, boxFont());
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

// A list, wrapped between what it names: one of them broken in two is hard to read.
QStringList wrappedBetween(const QString &list, int width)
{
    const QFontMetrics metrics(boxFont());
    const QString separator = waySeparator.toString();
    QStringList lines;
    for (const QString &name : list.split(separator, Qt::SkipEmptyParts)) {
        const QString longer = lines.isEmpty() ? name : lines.last() + separator + name;
        if (metrics.horizontalAdvance(longer) <= width && !lines.isEmpty())
            lines.last() = longer;
        else
            lines += wrapped(name, width);
    }
    return lines;
}

// Empty where there is nothing to be done: what is offline comes by itself with the network, and where there
// is no key, as in a file, nothing can be clicked either.
QString whatToDo(ImageFailure failure, const QString &retryKey)
{
    if (retryKey.isEmpty())
        return {};
    switch (failure) {
    case ImageFailure::Offline:
    case ImageFailure::NotWanted:
        return {};
    case ImageFailure::TooMany:
    case ImageFailure::TooManyPixels: // the viewer has limits of its own
        return Texts::tr("Click it, or press Enter on it, to see it by itself.");
    case ImageFailure::NotAsked:
        return Texts::tr("Press %1 to fetch them.").arg(retryKey);
    default:
        return Texts::tr("Press %1 to try again.").arg(retryKey);
    }
}

// In the order in which they stand.
QList<Lines> texts(const ImageAnswer &answer, const QString &retryKey, int width)
{
    QList<Lines> parts;
    const auto add = [&parts, width](const QString &text, int weight) {
        if (!text.isEmpty())
            parts << Lines{wrapped(text, width), weight};
    };
    const QStringList failure = failureLines(answer);
    for (qsizetype i = 0; i < failure.size(); ++i)
        add(failure.at(i), failure.at(i) == failureSentence(answer) ? 0 : static_cast<int>(1 + i));
    parts << Lines{wrappedBetween(waysInShort(answer.tried), width), 5};
    add(whatToDo(answer.failure, retryKey), weightOfWhatToDo);
    return parts;
}

// The room stays.
void withholdWhatToDo(QList<Lines> &parts)
{
    for (Lines &part : parts) {
        if (part.weight == weightOfWhatToDo)
            part.lines.fill(QString());
    }
}

int count(const QList<Lines> &parts)
{
    return std::accumulate(parts.cbegin(), parts.cend(), 0, [](int sum, const Lines &part) {
        return sum + static_cast<int>(part.lines.size());
    });
}

// Whole parts only, those that matter most; where not even the first has room, its beginning.
QStringList fitting(QList<Lines> parts, int room)
{
    while (parts.size() > 1 && count(parts) > room)
        parts.erase(std::max_element(parts.begin(), parts.end(), [](const Lines &one, const Lines &other) {
            return one.weight < other.weight;
        }));
    QStringList lines;
    for (const Lines &part : parts)
        lines += part.lines;
    if (room > 0 && lines.size() > room)
        lines[room - 1] += u'…';
    return lines.mid(0, room);
}

QString color(Rgb value)
{
    return u'#' + QString::number(value, 16).rightJustified(6, u'0');
}

// Three hills and a sun in a frame, struck through: 28 pixels wide.
QString mark(int x, int y, const ThemeColors &colors)
{
    return u"<g transform=\"translate("_s + QString::number(x) + u' ' + QString::number(y) +
           u")\" fill=\"none\" stroke=\""_s + color(colors.quiet) +
           u"\" stroke-width=\"1.5\" stroke-linecap=\"round\" stroke-linejoin=\"round\" opacity=\"0.7\">"
           "<rect x=\"1\" y=\"1\" width=\"26\" height=\"20\" rx=\"3\"/><circle cx=\"8\" cy=\"8\" r=\"2\"/>"
           "<path d=\"M3 18l6-6 4 4 6-7 6 7\"/><path d=\"M2 23L26 0\"/></g>"_s;
}

QString textLines(const QStringList &lines, const QSize &box, int top, const ThemeColors &colors)
{
    QString result = u"<g font-family=\"sans-serif\" font-size=\""_s + QString::number(fontSize) +
                     u"\" text-anchor=\"middle\" fill=\""_s + color(colors.quiet) + u"\">"_s;
    for (int i = 0; i < lines.size(); ++i)
        result += u"<text x=\""_s + QString::number(box.width() / 2) + u"\" y=\""_s +
                  QString::number(top + i * lineHeight + fontSize) + u"\">"_s + lines.at(i).toHtmlEscaped() +
                  u"</text>"_s;
    return result + u"</g>"_s;
}

}

QByteArray failedPicture(const ImageAnswer &answer, const QSize &size, const ThemeColors &colors,
                         const QString &retryKey, int column, Medium medium)
{
    const int width = boxWidth(size, column) - 2 * margin;
    QList<Lines> parts = texts(answer, retryKey, width);
    if (medium == Medium::Paper)
        withholdWhatToDo(parts);
    const QSize box = boxSize(size, column, 2 * margin + markHeight + count(parts) * lineHeight);
    const int room = width < leastWidth ? 0 : (box.height() - 2 * margin - markHeight) / lineHeight;
    const QStringList lines = fitting(parts, room);
    const int top = (box.height() - markHeight - int(lines.size()) * lineHeight) / 2;
    const QString extent = u"width=\""_s + QString::number(box.width()) + u"\" height=\""_s +
                           QString::number(box.height()) + u'"';
    QString svg = u"<svg xmlns=\"http://www.w3.org/2000/svg\" "_s + extent + u"><rect "_s + extent +
                  u" fill=\""_s + color(colors.placeholder) + u"\"/>"_s;
    if (box.width() >= 32 && box.height() >= 28)
        svg += mark(box.width() / 2 - 14, top, colors);
    svg += textLines(lines, box, top + markHeight, colors) + u"</svg>"_s;
    return svg.toUtf8();
}
