#include "ui/appearancepage.h"

#include "ui/appearance.h"
#include "ui/fontchooser.h"
#include "ui/fontpreview.h"
#include "ui/preferenceparts.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

void alignWidths(const QList<QSpinBox *> &boxes)
{
    int widest = 0;
    for (const QSpinBox *box : boxes)
        widest = std::max(widest, box->sizeHint().width());
    for (QSpinBox *box : boxes)
        box->setMinimumWidth(widest);
}

}

AppearancePage::AppearancePage(const Actions &actions, Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    auto *layout = pageLayout(this);
    layout->addWidget(heading(tr("Theme"), this));
    layout->addLayout(choiceRow(actions.themes, this));
    addGroupSpace(layout);
    layout->addWidget(heading(tr("Type"), this));
    layout->addLayout(choiceRow(actions.types, this));
    auto *form = formLayout(layout);
    addFont(form, tr("&Latin letters:"), new FontChooser(QFontDatabase::Latin, this), &PageStyle::latinFont);
    addFont(form, tr("C&hinese characters:"), new FontChooser(QFontDatabase::SimplifiedChinese, this),
            &PageStyle::chineseFont);
    auto *preview = new FontPreview(this);
    preview->setPageStyle(appearance.shownStyle());
    connect(&appearance, &Appearance::changed, preview, &FontPreview::setPageStyle);
    layout->addWidget(preview);
    addGroupSpace(layout);
    layout->addWidget(heading(tr("Text"), this));
    addNumbers(formLayout(layout));
    addParagraphs(layout);
    addMotion(layout);
}

void AppearancePage::addFont(QFormLayout *form, const QString &label, FontChooser *chooser,
                             QString PageStyle::*value)
{
    chooser->setFamily(m_appearance.style().*value);
    chooser->setToolTip(tr("Comes before Lectern’s own choice"));
    form->addRow(label, chooser);
    connect(chooser, &FontChooser::familyChosen, this, [this, value](const QString &family) {
        PageStyle style = m_appearance.style();
        style.*value = family;
        m_appearance.setStyle(style);
    });
}

void AppearancePage::addNumber(QFormLayout *form, const QString &name, const QString &label,
                               int PageStyle::*value, int from, int to, int step, const QString &unit)
{
    auto *spin = new QSpinBox(this);
    spin->setObjectName(name);
    spin->setRange(from, to);
    spin->setSingleStep(step);
    spin->setSuffix(unit);
    spin->setValue(m_appearance.style().*value);
    form->addRow(label, spin);
    connect(spin, &QSpinBox::valueChanged, this, [this, value](int number) {
        PageStyle style = m_appearance.style();
        style.*value = number;
        m_appearance.setStyle(style);
    });
    connect(&m_appearance, &Appearance::changed, spin,
            [spin, value](const PageStyle &style) { spin->setValue(style.*value); });
}

void AppearancePage::addNumbers(QFormLayout *form)
{
    addNumber(form, u"textSize"_s, tr("Text si&ze:"), &PageStyle::textSize, 12, 40, 1, tr(" px"));
    addNumber(form, u"columnWidth"_s, tr("&Column width:"), &PageStyle::columnWidth, 60, 200, 10, tr(" %"));
    addNumber(form, u"lineHeight"_s, tr("Line h&eight:"), &PageStyle::lineHeight, 80, 150, 5, tr(" %"));
    const std::pair<QString, QString> tips[] = {
        {u"textSize"_s, tr("Of the article’s text")},
        {u"columnWidth"_s, tr("Of the usual width of the article")},
        {u"lineHeight"_s, tr("Of the usual distance from line to line")},
    };
    for (const auto &[name, tip] : tips)
        findChild<QSpinBox *>(name)->setToolTip(tip);
    alignWidths(findChildren<QSpinBox *>());
}

void AppearancePage::addParagraphs(QLayout *layout)
{
    auto *box = new QCheckBox(tr("&Indent paragraphs by two characters, without gaps"), this);
    box->setObjectName(u"indentedParagraphs"_s);
    box->setToolTip(tr("As books in Chinese have it"));
    box->setChecked(m_appearance.style().paragraphs == ParagraphStyle::Indented);
    layout->addWidget(box);
    connect(box, &QCheckBox::toggled, this, [this](bool indented) {
        PageStyle style = m_appearance.style();
        style.paragraphs = indented ? ParagraphStyle::Indented : ParagraphStyle::Spaced;
        m_appearance.setStyle(style);
    });
}

void AppearancePage::addMotion(QLayout *layout)
{
    auto *box = new QCheckBox(tr("&Keep animated pictures still"), this);
    box->setObjectName(u"stillPictures"_s);
    layout->addWidget(box);
    const auto show = [this, box] {
        const bool isChosen = !m_appearance.isStillnessWanted(); // else there is nothing to choose
        box->setChecked(m_appearance.shownStyle().motion == PictureMotion::Still);
        box->setEnabled(isChosen);
        box->setToolTip(isChosen ? tr("In the article; shown large, they move")
                                 : tr("The desktop wants nothing to move"));
    };
    show();
    connect(&m_appearance, &Appearance::desktopHeard, box, show);
    connect(box, &QCheckBox::clicked, this, [this](bool still) {
        PageStyle style = m_appearance.style();
        style.motion = still ? PictureMotion::Still : PictureMotion::Playing;
        m_appearance.setStyle(style);
    });
}
