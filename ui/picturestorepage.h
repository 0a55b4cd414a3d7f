#pragma once

#include <QList>
#include <QWidget>

class ImageThread;
class PictureExport;
class QAction;
class QLabel;
class QSpinBox;
class Settings;

// How much the stored pictures take, and may; and how the copying of them goes.
class PictureStorePage final : public QWidget
{
    Q_OBJECT

public:
    PictureStorePage(const QList<QAction *> &commands, Settings &settings, ImageThread &images,
                     const PictureExport &copying, QWidget *parent = nullptr);

private:
    QSpinBox *limitBox(Settings &settings, ImageThread &images);
    void showSize(qint64 bytes, qint64 pictures, bool keepsFound);
    void tell(const QString &news);

    const Settings &m_settings;
    QLabel *m_size;
    QLabel *m_beyond; // why it is beyond the limit
    QLabel *m_news;
};
