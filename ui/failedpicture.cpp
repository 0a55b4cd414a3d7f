#include "ui/failedpicture.h"

#include <QCoreApplication>
#include <QFont>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace
{

constexpr int columnWidth = 640; // CSS pixels: wider ones are shrunk to the column anyway, text and all
constexpr int lineHeight = 21;   // CSS pixels
constexpr int fontSize = 14;     // CSS pixels
constexpr int margin = 16;       // CSS pixels

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(FailedPicture)
};

QSize boxSize(const QSize &declared)
{
    if (declared.isEmpty())
        return {columnWidth, 2 * margin + 5 * lineHeight};
    if (declared.width() <= columnWidth)
        return declared;
    return {columnWidth, qMax(1, qRound(double(columnWidth) * declared.height() / declared.width()))};
}

QStringList wrapped(const QString &text, int width)
{
    QFont font(u"sans-serif"_s);
    font.setPixelSize(fontSize);
    QTextLayout layout(text, font);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
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

QString failureSentence(const ImageAnswer &answer)
{
    switch (answer.failure) {
    case ImageFailure::None:
        return {};
    case ImageFailure::Offline:
        return Texts::tr("It has not been fetched yet, and the network is switched off.");
    case ImageFailure::NotAllowed:
        return Texts::tr("Its address does not lead to the public internet.");
    case ImageFailure::HostNotFound:
        return Texts::tr("This server does not exist any more, or there is no network.");
    case ImageFailure::NoConnection:
        return Texts::tr("The server cannot be reached.");
    case ImageFailure::TimedOut:
        return Texts::tr("The server did not answer in time.");
    case ImageFailure::HttpStatus:
        return Texts::tr("The server refused it (%1).").arg(answer.detail);
    case ImageFailure::NotAPicture:
        return Texts::tr("What the server sent is not a picture that can be shown.");
    case ImageFailure::TooLarge:
        return Texts::tr("It is too large.");
    case ImageFailure::Damaged:
        return Texts::tr("It is damaged.");
    case ImageFailure::TooManyRedirects:
        return Texts::tr("The server sent us round in circles.");
    case ImageFailure::TooMany:
        return Texts::tr("This article has more pictures than are fetched at once.");
    case ImageFailure::StoreFailed:
        return Texts::tr("It could not be kept on disk.");
    case ImageFailure::Cancelled:
        return Texts::tr("Fetching was stopped.");
    case ImageFailure::NotAsked:
        return Texts::tr("Pictures are fetched when you ask for them.");
    }
    return {};
}

QStringList failureLines(const ImageAnswer &answer)
{
    QStringList lines;
    if (!answer.host.isEmpty())
        lines << Texts::tr("Picture from %1").arg(answer.host);
    lines << failureSentence(answer);
    if (answer.tried > 1)
        lines << Texts::tr("It was asked for in %Ln way(s).", nullptr, answer.tried);
    return lines;
}

QByteArray failedPicture(const ImageAnswer &answer, const QSize &size, const ThemeColors &colors,
                         const QString &retryKey)
{
    const QSize box = boxSize(size);
    const int width = box.width() - 2 * margin;
    QStringList lines;
    for (const QString &line : failureLines(answer))
        lines += wrapped(line, width);
    if (!retryKey.isEmpty())
        lines += wrapped((answer.failure == ImageFailure::NotAsked ? Texts::tr("Press %1 to fetch them.")
                                                                   : Texts::tr("Press %1 to try again."))
                             .arg(retryKey),
                         width);

    constexpr int markHeight = 36;
    const int room = (box.height() - 2 * margin - markHeight) / lineHeight;
    if (width < 120 || room < 1)
        lines.clear();
    lines = lines.mid(0, room);
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
