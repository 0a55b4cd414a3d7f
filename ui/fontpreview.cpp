#include "ui/fontpreview.h"

#include "ui/pagefont.h"

using namespace Qt::StringLiterals;

FontPreview::FontPreview(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(u"fontPreview"_s);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAutoFillBackground(true);
    setMargin(fontMetrics().height());
    //: A line that shows how text looks in the fonts that were chosen: Latin letters and Chinese characters.
    setText(tr("A page to read: 一页好读的文字，三百六十五天。"));
    setAccessibleDescription(tr("How the chosen fonts look"));
}

void FontPreview::setPageStyle(const PageStyle &style)
{
    const ThemeColors colors = themeColors(style);
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, QColor::fromRgb(colors.background));
    palette.setColor(QPalette::WindowText, QColor::fromRgb(colors.text));
    setPalette(palette);
    setFont(pageFont(style));
}
