// What the reader does in the picture viewer.

#include "ui/picturedecoder.h"
#include "ui/picturesaver.h"
#include "ui/pictureviewer.h"
#include "ui_pictureviewer.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

bool PictureViewer::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QWidget::event(event);
    // Its own keys come before the window's, and no bare letter reaches the article underneath.
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isBare = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const bool isLetter =
        !key->text().isEmpty() && key->text().at(0).isPrint() && key->key() != Qt::Key_Question;
    event->setAccepted(m_keys.isKnown(*key) || (isBare && isLetter));
    return event->isAccepted();
}

void PictureViewer::keyPressEvent(QKeyEvent *event)
{
    if (const std::optional<ViewerCommand> command = m_keys.press(*event))
        run(*command);
    event->accept();
}

// The window may change its size or become full screen.
bool PictureViewer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

// What lies underneath is not seen, so Tab goes round in here.
bool PictureViewer::focusNextPrevChild(bool next)
{
    QList<QWidget *> stops{this};
    for (auto *button : findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->isEnabled())
            stops << button;
    }
    const qsizetype place = qMax(0, stops.indexOf(QApplication::focusWidget()));
    const qsizetype step = next ? 1 : stops.size() - 1;
    stops.at((place + step) % stops.size())->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void PictureViewer::focusMoved(const QWidget *now)
{
    update(); // the ring
    // A command of the window that leads elsewhere.
    if (isVisible() && now && now->window() == window() && now != this && !isAncestorOf(now))
        leave();
}

void PictureViewer::run(ViewerCommand command)
{
    switch (command) {
    case ViewerCommand::Leave:
        return leave();
    case ViewerCommand::Next:
        return goTo(m_place + 1);
    case ViewerCommand::Previous:
        return goTo(m_place - 1);
    case ViewerCommand::First:
        return goTo(0);
    case ViewerCommand::Last:
        return goTo(static_cast<int>(m_pictures.size()) - 1);
    case ViewerCommand::Left:
        return panOr({-1, 0});
    case ViewerCommand::Right:
        return panOr({1, 0});
    case ViewerCommand::Up:
        return panOr({0, -1});
    case ViewerCommand::Down:
        return panOr({0, 1});
    case ViewerCommand::CopyAddress:
        return copyAddress();
    case ViewerCommand::OpenInBrowser:
        return openInBrowser();
    case ViewerCommand::Again:
        return m_answer.bytes.isEmpty() ? ask(Asking::Again) : void();
    case ViewerCommand::NotThePicture:
        return judge();
    default:
        return m_answer.bytes.isEmpty() ? void() : runOnPicture(command);
    }
}

void PictureViewer::runOnPicture(ViewerCommand command)
{
    PictureCanvas *canvas = m_ui->canvas;
    switch (command) {
    case ViewerCommand::ZoomIn:
        return canvas->zoomIn();
    case ViewerCommand::ZoomOut:
        return canvas->zoomOut();
    case ViewerCommand::Fit:
        return canvas->fit();
    case ViewerCommand::Pixels:
        return canvas->showPixels();
    case ViewerCommand::TurnRight:
        return canvas->turn(1);
    case ViewerCommand::TurnLeft:
        return canvas->turn(-1);
    case ViewerCommand::Save:
        return save();
    case ViewerCommand::Copy:
        return copy();
    default:
        return;
    }
}

// What the button under a failure says.
void PictureViewer::askAgain()
{
    run(m_answer.failure == ImageFailure::StandIn ? ViewerCommand::NotThePicture : ViewerCommand::Again);
}

void PictureViewer::judge()
{
    if (m_answer.failure == ImageFailure::StandIn)
        return ask(Asking::Right);
    if (m_answer.bytes.isEmpty())
        return;
    if (!m_pictures.at(m_place).picture.inlineData.isEmpty() || !address().isValid())
        return note(tr("This picture is in the archive itself; nothing else can come."));
    m_doubted = m_answer.bytes;
    m_ui->canvas->setPicture({});
    ask(Asking::Wrong);
}

// Where all of the picture is seen, the arrows turn the leaf.
void PictureViewer::panOr(const QPoint &direction)
{
    const bool isAcross = direction.x() != 0;
    if (m_ui->canvas->isVisible() && m_ui->canvas->canPan(isAcross ? Qt::Horizontal : Qt::Vertical)) {
        constexpr int distance = 80; // pixels
        m_ui->canvas->panBy(-direction * distance);
    } else if (isAcross) { // as the two buttons lie
        goTo(m_place + (isRightToLeft() ? -direction.x() : direction.x()));
    }
}

void PictureViewer::save()
{
    savePicture(this, address(), m_answer, [this](const PictureFile &saved) {
        note(saved.error.isEmpty() ? tr("The picture is saved.") : saved.error);
        setFocus(Qt::OtherFocusReason);
    });
}

void PictureViewer::copy()
{
    m_copying->decode(m_answer.bytes); // as large as it is, not as it is shown
}

void PictureViewer::copyAddress()
{
    if (!address().isValid())
        return note(tr("This picture is in the archive itself and has no address."));
    QGuiApplication::clipboard()->setText(address().toString(QUrl::FullyEncoded));
    note(tr("The picture’s address is copied."));
}

void PictureViewer::openInBrowser()
{
    if (!address().isValid())
        return note(tr("This picture is in the archive itself and has no address."));
    Q_EMIT browserWanted(address());
}

QUrl PictureViewer::address() const
{
    if (m_pictures.isEmpty())
        return {};
    const QUrl &url = m_pictures.at(m_place).picture.address.url;
    return url.isLocalFile() ? QUrl() : url;
}
