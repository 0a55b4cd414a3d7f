#include "ui/picturebar.h"

#include "ui_picturebar.h"

using namespace Qt::StringLiterals;

PictureBar::PictureBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PictureBar>())
{
    m_ui->setupUi(this);
    hide();
    connect(m_ui->fetchButton, &QToolButton::clicked, this, &PictureBar::fetchWanted);
    connect(m_ui->alwaysButton, &QToolButton::clicked, this, &PictureBar::alwaysWanted);
}

PictureBar::~PictureBar() = default;

void PictureBar::showHeldBack(int pictures, int hosts)
{
    //: %1 is "12 pictures", %2 is "3 servers"
    m_ui->heldBackText->setText(
        tr("%1 from %2 not fetched")
            .arg(tr("%Ln picture(s)", nullptr, pictures), tr("%Ln server(s)", nullptr, hosts)));
    setVisible(pictures > 0);
}

// Beside the buttons there may be too little room for a sentence; then it stands above them.
void PictureBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int fewest = 24; // characters
    const int room = width() - m_ui->buttons->sizeHint().width();
    const bool isNarrow = room < fontMetrics().averageCharWidth() * fewest;
    m_ui->layout->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_ui->layout->setAlignment(m_ui->buttons, isNarrow ? Qt::AlignLeading : Qt::Alignment());
}
