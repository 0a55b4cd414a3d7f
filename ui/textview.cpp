#include "ui/textview.h"

#include <QScrollBar>

using namespace Qt::StringLiterals;

TextView::TextView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setObjectName(u"articleText"_s);
}

void TextView::showText(const QString &title, const QString &notice, const QString &text)
{
    setPlainText(title + u"\n\n"_s + notice + u"\n\n"_s + text);
}

void TextView::setPageStyle(const PageStyle &style)
{
    const ThemeColors colors = themeColors(style.theme);
    QPalette palette = this->palette();
    palette.setColor(QPalette::Base, QColor::fromRgb(colors.background));
    palette.setColor(QPalette::Text, QColor::fromRgb(colors.text));
    setPalette(palette);
    QFont font(style.font == FontStyle::Serif ? u"serif"_s : u"sans-serif"_s);
    font.setPixelSize(style.textSize);
    setFont(font);
}

double TextView::position() const
{
    const int end = verticalScrollBar()->maximum();
    return end > 0 ? double(verticalScrollBar()->value()) / end : 0;
}

void TextView::setPosition(double position)
{
    verticalScrollBar()->setValue(qRound(position * verticalScrollBar()->maximum()));
}

bool TextView::scrollPage(int direction)
{
    QScrollBar *bar = verticalScrollBar();
    const int before = bar->value();
    bar->setValue(before + direction * bar->pageStep());
    return bar->value() != before;
}
