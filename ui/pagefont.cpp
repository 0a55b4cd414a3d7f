#include "ui/pagefont.h"

#include <QStringList>

using namespace Qt::StringLiterals;

QFont pageFont(const PageStyle &style)
{
    const bool isSerif = style.font == FontStyle::Serif;
    QStringList families{style.latinFont};
    families += isSerif
                    ? QStringList{u"Source Serif 4"_s, u"Noto Serif"_s, u"Georgia"_s, u"Liberation Serif"_s}
                    : QStringList{u"Inter"_s, u"Noto Sans"_s, u"Segoe UI"_s, u"Liberation Sans"_s};
    families += style.chineseFont;
    families +=
        isSerif ? QStringList{u"Noto Serif CJK SC"_s, u"Songti SC"_s, u"SimSun"_s, u"serif"_s}
                : QStringList{u"Noto Sans CJK SC"_s, u"PingFang SC"_s, u"Microsoft YaHei"_s, u"sans-serif"_s};
    families.removeAll(QString());
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(style.textSize);
    return font;
}
