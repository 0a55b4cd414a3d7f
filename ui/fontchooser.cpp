#include "ui/fontchooser.h"

FontChooser::FontChooser(QFontDatabase::WritingSystem script, QWidget *parent)
    : QComboBox(parent)
{
    addItem(tr("Usual"), QString());
    for (const QString &family : QFontDatabase::families(script)) {
        if (QFontDatabase::isPrivateFamily(family) || !QFontDatabase::isScalable(family))
            continue;
        QFont font(family);
        font.setPointSizeF(this->font().pointSizeF());
        addItem(family, family);
        setItemData(count() - 1, font, Qt::FontRole);
    }
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    constexpr int characters = 22;
    setMinimumContentsLength(characters);
    connect(this, &QComboBox::activated, this,
            [this](int row) { Q_EMIT familyChosen(itemData(row).toString()); });
}

void FontChooser::setFamily(const QString &family)
{
    if (findData(family) < 0)
        addItem(tr("%1 (not installed)").arg(family), family);
    setCurrentIndex(findData(family));
}
