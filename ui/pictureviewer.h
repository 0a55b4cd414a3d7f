#pragma once

#include "app/images/imageloader.h"
#include "app/page/theme.h"
#include "ui/imagehandler.h"
#include "ui/viewedpicture.h"
#include "ui/viewerkeys.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>

class PictureDecoder;
class QAbstractButton;
namespace Ui
{
class PictureViewer;
}

// The pictures of the open article, one at a time, over the whole window. Leaving it puts the focus back
// where it was, so that reading goes on at the very spot.
class PictureViewer final : public QWidget
{
    Q_OBJECT

public:
    PictureViewer(ViewerKeys &keys, QWidget *window); // hidden
    ~PictureViewer() override;

    void setPageStyle(const PageStyle &style);
    // `current` counts from 0.
    void open(const QList<ViewedPicture> &pictures, int current);

public Q_SLOTS:
    // Of the picture that was wanted last.
    void take(const ImageAnswer &answer);
    void leave();

Q_SIGNALS:
    // Answered by take(), later.
    void wanted(const PagePicture &picture, Asking asking);
    void browserWanted(const QUrl &address);
    void left();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QList<std::pair<QAbstractButton *, QList<ViewerCommand>>> buttons() const;
    void connectButtons();
    void nameKeys();
    QString withKey(const QString &text, ViewerCommand command) const;
    void run(ViewerCommand command);
    void runOnPicture(ViewerCommand command);
    void goTo(int place);
    void ask(Asking asking);
    void judge();
    void askAgain();
    void panOr(const QPoint &direction);
    void save();
    void copy();
    void copyAddress();
    void openInBrowser();
    QString againText(ImageFailure failure) const;
    void showReason(const QString &reason, const QString &button, const QStringList &ways = {});
    void showState();
    void showCaption();
    void note(const QString &sentence); // for a moment, in the place of the caption
    void focusMoved(const QWidget *now);
    QUrl address() const; // of the picture shown; invalid where it has none that another program could open

    ViewerKeys &m_keys;
    std::unique_ptr<Ui::PictureViewer> m_ui;
    QList<ViewedPicture> m_pictures;
    int m_place = 0;
    bool m_isOpening = false; // until its first picture has come
    ImageAnswer m_answer;     // without bytes while there is no picture
    QByteArray m_doubted;     // what the reader says is not the picture, until something comes
    PictureDecoder *m_copying;
    QTimer m_noting;
    QPointer<QWidget> m_cameFrom;
    QColor m_accent;
};
