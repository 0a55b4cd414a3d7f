#include "ui/textview.h"

#include "ui/announcement.h"
#include "ui/pagefont.h"

#include <QBuffer>
#include <QHBoxLayout>
#include <QLabel>
#include <QPageLayout>
#include <QPdfWriter>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{

// The measures of page.css.
constexpr double columnWidth = 34;     // in text sizes
constexpr double titleSize = 1.72;     // in text sizes
constexpr int lineHeight = 160;        // per cent
constexpr double paragraphSpace = 0.7; // in text sizes
constexpr int margin = 28;             // pixels, around the column

QColor color(Rgb rgb)
{
    return QColor::fromRgb(rgb);
}

// Margins of the viewport are the scroll area's own secret.
class Column final : public QTextEdit
{
public:
    using QTextEdit::QTextEdit;
    using QTextEdit::setViewportMargins;
};

}

TextView::TextView(QWidget *parent)
    : QWidget(parent)
    , m_text(new Column(this))
    , m_bar(new QWidget(this))
    , m_notice(new QLabel(m_bar))
    , m_again(new QPushButton(tr("Try Again"), m_bar))
{
    m_text->setObjectName(u"articleText"_s);
    m_text->setAccessibleName(tr("Article"));
    m_text->setAccessibleDescription(tr("Its text, without its page"));
    m_text->setReadOnly(true);
    m_text->setAcceptRichText(false);
    m_text->setUndoRedoEnabled(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAutoFillBackground(true);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_notice->setObjectName(u"articleTextNotice"_s);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_again->setObjectName(u"showPageAgain"_s);
    m_again->setToolTip(tr("Try to show the page after all"));
    m_bar->setAutoFillBackground(true);
    auto *row = new QHBoxLayout(m_bar);
    row->addWidget(m_notice, 1);
    row->addWidget(m_again);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_text, 1);
    setFocusProxy(m_text);
    connect(m_again, &QPushButton::clicked, this, &TextView::againWanted);
    connect(m_text->verticalScrollBar(), &QScrollBar::valueChanged, this, &TextView::scrolled);
    setPageStyle(m_style);
}

void TextView::showText(const QString &title, const QString &notice, const QString &text)
{
    static const QRegularExpression emptyLines(u"\\s*\n\\s*"_s);
    m_notice->setText(notice);
    if (!notice.isEmpty())
        announce(this, notice);
    m_found.clear();
    QString paragraphs = text;
    m_text->setPlainText(title.simplified() + u'\n' + paragraphs.replace(emptyLines, u"\n"_s));
    layOut();
}

void TextView::offerAgain(bool offered)
{
    m_again->setVisible(offered);
}

void TextView::setPageStyle(const PageStyle &style)
{
    m_style = style;
    const ThemeColors colors = themeColors(style);
    QPalette palette = this->palette();
    palette.setColor(QPalette::Base, color(colors.background));
    palette.setColor(QPalette::Window, color(colors.background)); // beside the column
    palette.setColor(QPalette::Text, color(colors.text));
    palette.setColor(QPalette::Highlight, color(colors.accent));
    palette.setColor(QPalette::HighlightedText, color(colors.background));
    m_text->setPalette(palette);
    QPalette bar = this->palette();
    bar.setColor(QPalette::Window, color(colors.quote));
    bar.setColor(QPalette::WindowText, color(colors.text));
    m_bar->setPalette(bar);
    m_text->setFont(pageFont(style));
    layOut();
    mark();
}

void TextView::layOut()
{
    QTextCursor cursor(m_text->document());
    cursor.select(QTextCursor::Document);
    QTextBlockFormat paragraph;
    paragraph.setLineHeight(lineHeight * m_style.lineHeight / 100.0, QTextBlockFormat::ProportionalHeight);
    paragraph.setBottomMargin(paragraphSpace * m_style.textSize);
    cursor.mergeBlockFormat(paragraph);
    cursor.setPosition(0);
    cursor.select(QTextCursor::BlockUnderCursor);
    QTextCharFormat title;
    title.setFontWeight(QFont::DemiBold);
    title.setProperty(QTextFormat::FontPixelSize, qRound(titleSize * m_style.textSize));
    cursor.mergeCharFormat(title);
    centre();
}

void TextView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    centre();
}

void TextView::centre()
{
    const int column = qRound(columnWidth * m_style.columnWidth / 100.0 * m_style.textSize);
    const int side = qMax(margin, (width() - column) / 2);
    static_cast<Column *>(m_text)->setViewportMargins(side, margin / 2, side, 0);
}

double TextView::position() const
{
    const int end = m_text->verticalScrollBar()->maximum();
    return end > 0 ? double(m_text->verticalScrollBar()->value()) / end : 0;
}

void TextView::setPosition(double position)
{
    QScrollBar *bar = m_text->verticalScrollBar();
    bar->setValue(qRound(position * bar->maximum()));
}

bool TextView::scrollPage(int direction)
{
    QScrollBar *bar = m_text->verticalScrollBar();
    const int before = bar->value();
    bar->setValue(before + direction * bar->pageStep());
    return bar->value() != before;
}

TextView::Found TextView::find(const QString &text)
{
    m_found.clear();
    m_active = 0;
    m_foundLength = text.size();
    const QString whole = m_text->toPlainText();
    for (qsizetype at = 0; !text.isEmpty(); at += text.size()) {
        at = whole.indexOf(text, at, Qt::CaseInsensitive);
        if (at < 0)
            break;
        m_found.append(int(at));
    }
    mark();
    return {m_found.isEmpty() ? 0 : 1, int(m_found.size())};
}

TextView::Found TextView::findAgain(int direction)
{
    if (m_found.isEmpty())
        return {};
    m_active = (m_active + direction + m_found.size()) % m_found.size();
    mark();
    return {int(m_active) + 1, int(m_found.size())};
}

void TextView::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    const ThemeColors colors = themeColors(m_style);
    for (qsizetype i = 0; i < m_found.size(); ++i) {
        QTextEdit::ExtraSelection found;
        found.cursor = QTextCursor(m_text->document());
        found.cursor.setPosition(m_found.at(i));
        found.cursor.setPosition(m_found.at(i) + int(m_foundLength), QTextCursor::KeepAnchor);
        found.format.setBackground(color(i == m_active ? colors.accent : colors.rule));
        if (i == m_active) {
            found.format.setForeground(color(colors.background));
            QTextCursor place = found.cursor;
            place.clearSelection();
            m_text->setTextCursor(place);
        }
        marks.append(found);
    }
    m_text->setExtraSelections(marks);
}

QList<TextView::Link> TextView::visibleLinks() const
{
    static const QRegularExpression address(uR"(https?://[^\s<>"，。；、）」』】]+)"_s);
    const QRect seen = m_text->viewport()->rect();
    QList<Link> links;
    QTextCursor cursor = m_text->cursorForPosition(seen.topLeft());
    for (QTextBlock block = cursor.block(); block.isValid(); block = block.next()) {
        const QString text = block.text();
        for (QRegularExpressionMatchIterator it = address.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            cursor.setPosition(block.position() + static_cast<int>(match.capturedStart()));
            QRect place = m_text->cursorRect(cursor);
            if (place.top() > seen.bottom())
                return links;
            place.setWidth(fontMetrics().averageCharWidth());
            const QPoint corner = m_text->viewport()->mapTo(this, place.topLeft());
            if (place.intersects(seen))
                links << Link{QRect(corner, place.size()), match.captured()};
        }
    }
    return links;
}

void TextView::copy()
{
    m_text->copy();
}

// Paper is white, whatever the screen is.
void TextView::print(QPagedPaintDevice &device) const
{
    const std::unique_ptr<QTextDocument> document(m_text->document()->clone());
    QTextCursor cursor(document.get());
    cursor.select(QTextCursor::Document);
    QTextCharFormat ink;
    ink.setForeground(Qt::black);
    cursor.mergeCharFormat(ink);
    document->print(&device);
}

QByteArray TextView::pdf(const QPageLayout &layout) const
{
    QByteArray bytes;
    QBuffer out(&bytes);
    out.open(QIODevice::WriteOnly);
    QPdfWriter writer(&out);
    writer.setPageLayout(layout);
    print(writer);
    return bytes;
}
