#pragma once

#include <QList>
#include <QWidget>

class ImageThread;
class QAction;
class QLabel;
class Settings;

// How much the stored pictures take, and may.
class PictureStorePage final : public QWidget
{
    Q_OBJECT

public:
    PictureStorePage(const QList<QAction *> &commands, Settings &settings, ImageThread &images,
                     QWidget *parent = nullptr);

private:
    void showSize(qint64 bytes, qint64 pictures);

    QLabel *m_size;
};
