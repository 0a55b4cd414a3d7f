#include "ui/pictureviewer.h"

#include "ui/accessiblerole.h"
#include "ui/announcement.h"
#include "ui/failuretexts.h"
#include "ui/keyscheme.h"
#include "ui/lineicon.h"
#include "ui/picturedecoder.h"
#include "ui/picturesaver.h"
#include "ui/windowpalette.h"
#include "ui_pictureviewer.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <utility>

using namespace Qt::StringLiterals;

namespace
{

void setIcons(const Ui::PictureViewer &ui)
{
    const int side = ui.closeButton->style()->pixelMetric(QStyle::PM_ToolBarIconSize); // as large as the text
    const auto set = [side](QToolButton *button, QLatin1StringView name) {
        button->setIcon(lineIcon(name));
        button->setIconSize({side, side});
    };
    set(ui.previousButton, "picture-previous"_L1);
    set(ui.nextButton, "picture-next"_L1);
    set(ui.zoomOutButton, "zoom-out"_L1);
    set(ui.zoomInButton, "zoom-in"_L1);
    set(ui.fitButton, "zoom-fit"_L1);
    set(ui.turnButton, "turn-right"_L1);
    set(ui.copyButton, "copy"_L1);
    set(ui.saveButton, "save"_L1);
    set(ui.browserButton, "link-external"_L1);
    set(ui.closeButton, "close"_L1);
}

}

PictureViewer::PictureViewer(ViewerKeys &keys, QWidget *window)
    : QWidget(window)
    , m_keys(keys)
    , m_ui(std::make_unique<Ui::PictureViewer>())
    , m_copying(new PictureDecoder(this))
{
    hide();
    m_ui->setupUi(this);
    setAccessibleRole(this, QAccessible::Graphic);
    setAccessibleRole(m_ui->pages, QAccessible::Client);
    setIcons(*m_ui);
    QFont larger = font();
    larger.setPointSizeF(larger.pointSizeF() * 1.15);
    m_ui->reasonText->setFont(larger);
    connectButtons();
    window->installEventFilter(this);
    m_noting.setSingleShot(true);
    connect(&m_noting, &QTimer::timeout, this, &PictureViewer::showCaption);
    connect(m_copying, &PictureDecoder::decoded, this, [this](const QImage &picture) {
        QGuiApplication::clipboard()->setImage(picture);
        note(tr("The picture is copied."));
    });
    connect(m_ui->canvas, &PictureCanvas::placementChanged, this, &PictureViewer::showState);
    connect(m_ui->canvas, &PictureCanvas::backdropClicked, this, &PictureViewer::leave);
    connect(m_ui->canvas, &PictureCanvas::undecodable, this, [this] {
        m_answer.bytes.clear();
        m_answer.failure = ImageFailure::Damaged;
        take(ImageAnswer(m_answer));
    });
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, const QWidget *now) { focusMoved(now); });
}

PictureViewer::~PictureViewer() = default;

// What each button does, and which commands beside it its tip names.
QList<std::pair<QAbstractButton *, QList<ViewerCommand>>> PictureViewer::buttons() const
{
    using Command = ViewerCommand;
    return {{m_ui->previousButton, {Command::Previous}},
            {m_ui->nextButton, {Command::Next}},
            {m_ui->zoomOutButton, {Command::ZoomOut}},
            {m_ui->zoomInButton, {Command::ZoomIn}},
            {m_ui->fitButton, {Command::Fit, Command::Pixels}},
            {m_ui->turnButton, {Command::TurnRight, Command::TurnLeft}},
            {m_ui->copyButton, {Command::Copy, Command::CopyAddress}},
            {m_ui->saveButton, {Command::Save}},
            {m_ui->browserButton, {Command::OpenInBrowser}},
            {m_ui->closeButton, {Command::Leave}},
            {m_ui->againButton, {Command::Again}}};
}

void PictureViewer::connectButtons()
{
    for (const auto &[button, commands] : buttons()) {
        if (button != m_ui->fitButton && button != m_ui->againButton)
            connect(button, &QAbstractButton::clicked, this,
                    [this, command = commands.first()] { run(command); });
    }
    connect(m_ui->fitButton, &QAbstractButton::clicked, this,
            [this] { run(m_ui->canvas->isFit() ? ViewerCommand::Pixels : ViewerCommand::Fit); });
    connect(m_ui->againButton, &QAbstractButton::clicked, this, &PictureViewer::askAgain);
    connect(&m_keys, &ViewerKeys::chosen, this, &PictureViewer::run);
}

// As they are now: the reader may have changed them.
void PictureViewer::nameKeys()
{
    for (const auto &[button, commands] : buttons()) {
        QStringList tips;
        for (const ViewerCommand command : commands)
            tips << withKey(m_keys.action(command).statusTip(), command);
        button->setToolTip(tips.join(u'\n'));
    }
}

QString PictureViewer::withKey(const QString &text, ViewerCommand command) const
{
    const QKeySequence key = m_keys.action(command).shortcut();
    //: %1 is a command, %2 its key
    return key.isEmpty() ? text : tr("%1 (%2)").arg(text, shownKey(key));
}

void PictureViewer::setPageStyle(const PageStyle &pageStyle)
{
    const ThemeColors colors = themeColors(pageStyle);
    QPalette own = windowPalette(pageStyle, parentWidget()->palette(), style()->standardPalette());
    own.setColor(QPalette::Window, QColor::fromRgb(colors.background));
    own.setColor(QPalette::WindowText, QColor::fromRgb(colors.text));
    setPalette(own);
    m_accent = QColor::fromRgb(colors.accent);
    own.setColor(QPalette::WindowText, QColor::fromRgb(colors.quiet));
    for (QLabel *label : {m_ui->positionText, m_ui->zoomText, m_ui->captionText, m_ui->waysText})
        label->setPalette(own);
}

// Around the button that has the focus: the style's own mark is a shade that is hard to see.
void PictureViewer::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    const auto *button = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
    if (!button || !isAncestorOf(button))
        return;
    constexpr double width = 2; // pixels, as on the page
    const QRectF ring(button->mapTo(this, QPoint()), button->size());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_accent, width));
    painter.drawRoundedRect(ring.adjusted(-width / 2, -width / 2, width / 2, width / 2), 4, 4);
}

void PictureViewer::open(const QList<ViewedPicture> &pictures, int current)
{
    if (pictures.isEmpty())
        return;
    m_pictures = pictures;
    if (!isVisible())
        m_cameFrom = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    m_keys.setOpen(true);
    nameKeys();
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
    m_isOpening = true;
    goTo(qBound(0, current, static_cast<int>(pictures.size()) - 1));
}

void PictureViewer::leave()
{
    if (!isVisible())
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget()) || hasFocus();
    hide();
    m_keys.setOpen(false);
    m_ui->canvas->setPicture({});
    m_pictures.clear();
    m_answer = {};
    if (hadFocus && m_cameFrom)
        m_cameFrom->setFocus(Qt::OtherFocusReason);
    Q_EMIT left();
}

void PictureViewer::goTo(int place)
{
    if (place < 0 || place >= m_pictures.size()) {
        note(place < 0 ? tr("This is the first picture.") : tr("This is the last picture."));
        return;
    }
    m_place = place;
    m_noting.stop();
    m_doubted.clear();
    m_ui->canvas->setPicture({});
    ask(Asking::Usual);
}

void PictureViewer::ask(Asking asking)
{
    m_answer = {};
    const PagePicture &picture = m_pictures.at(m_place).picture;
    const QString host = picture.address.url.host();
    showReason(host.isEmpty() ? tr("Opening the picture…") : tr("Fetching the picture from %1…").arg(host),
               {});
    Q_EMIT wanted(picture, asking);
}

void PictureViewer::take(const ImageAnswer &answer)
{
    if (!isVisible())
        return;
    m_answer = answer;
    const bool isOpening = std::exchange(m_isOpening, false);
    if (answer.bytes.isEmpty()) {
        showReason(failureLines(answer).join(u'\n'), againText(answer.failure), waysInFull(answer.tried));
        announce(this, accessibleName());
        return;
    }
    m_ui->pages->setCurrentWidget(m_ui->canvas);
    m_ui->canvas->setPicture(answer.bytes);
    showCaption();
    if (!isOpening) // that one is heard of with the focus
        announce(this, accessibleName());
    if (std::exchange(m_doubted, {}) == answer.bytes)
        note(tr("Nothing else came, or nobody may be asked."));
}

// Empty where asking again is vain.
QString PictureViewer::againText(ImageFailure failure) const
{
    if (failure == ImageFailure::Offline || failure == ImageFailure::NotWanted)
        return {};
    if (failure == ImageFailure::StandIn)
        return withKey(tr("Show What Came"), ViewerCommand::NotThePicture);
    return withKey(failure == ImageFailure::NotAsked ? tr("Fetch") : tr("Try Again"), ViewerCommand::Again);
}

void PictureViewer::showReason(const QString &reason, const QString &button, const QStringList &ways)
{
    const bool hadFocus = m_ui->againButton->hasFocus();
    m_ui->reasonText->setText(reason);
    m_ui->waysText->setText(ways.join(u'\n'));
    m_ui->waysText->setVisible(!ways.isEmpty());
    m_ui->againButton->setText(button);
    m_ui->againButton->setVisible(!button.isEmpty());
    m_ui->pages->setCurrentWidget(m_ui->reasonPage);
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    showState();
    showCaption();
}

void PictureViewer::showState()
{
    const bool hasPicture = !m_answer.bytes.isEmpty();
    const int count = static_cast<int>(m_pictures.size());
    m_ui->positionText->setText(tr("%1 of %2").arg(m_place + 1).arg(count));
    m_ui->zoomText->setText(hasPicture ? tr("%1 %").arg(qRound(100 * m_ui->canvas->zoom())) : u"–"_s);
    m_ui->zoomText->setMinimumWidth(fontMetrics().horizontalAdvance(u"0000 %"_s));
    m_ui->previousButton->setEnabled(m_place > 0);
    m_ui->nextButton->setEnabled(m_place + 1 < count);
    for (QToolButton *button : {m_ui->zoomOutButton, m_ui->zoomInButton, m_ui->fitButton, m_ui->turnButton,
                                m_ui->copyButton, m_ui->saveButton})
        button->setEnabled(hasPicture);
    m_ui->browserButton->setEnabled(address().isValid());
}

void PictureViewer::showCaption()
{
    if (m_pictures.isEmpty())
        return;
    constexpr int longest = 400; // characters: some lines
    const QString whole = m_pictures.at(m_place).caption.simplified();
    const bool isLong = whole.size() > longest;
    m_ui->captionText->setText(isLong ? whole.left(longest) + u'…' : whole);
    m_ui->captionText->setToolTip(isLong ? whole : QString());
    m_ui->captionText->setVisible(!whole.isEmpty());
    // What a screen reader says of the picture.
    QStringList parts{tr("Picture %1 of %2").arg(m_place + 1).arg(m_pictures.size()), whole};
    if (m_answer.bytes.isEmpty())
        parts << m_ui->reasonText->text() << m_ui->waysText->text();
    parts.removeAll(QString());
    setAccessibleName(parts.join(u". "_s));
}

void PictureViewer::note(const QString &sentence)
{
    constexpr int readingTime = 2500; // milliseconds
    m_ui->captionText->setText(sentence);
    m_ui->captionText->show();
    m_noting.start(readingTime);
    announce(this, sentence);
}
