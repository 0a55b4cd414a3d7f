#include "ui/picturestorepage.h"

#include "app/library/settings.h"
#include "ui/announcement.h"
#include "ui/imagethread.h"
#include "ui/pictureexport.h"
#include "ui/preferenceparts.h"

#include <QAction>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

PictureStorePage::PictureStorePage(const QList<QAction *> &commands, Settings &settings, ImageThread &images,
                                   const PictureExport &copying, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_size(new QLabel(this))
    , m_beyond(explanation(
          tr("More than the limit, as the index of the pictures had to be made anew: those from before "
             "make no room until it is known again which of them starred articles show."),
          this))
    , m_news(explanation({}, this))
{
    auto *layout = pageLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(heading(tr("Stored pictures"), this));
    auto *form = formLayout(layout);
    form->addRow(tr("At &most:"), limitBox(settings, images));
    form->addRow(tr("Now:"), m_size);
    m_beyond->setObjectName(u"pictureStoreBeyond"_s);
    m_beyond->hide();
    layout->addWidget(m_beyond);
    layout->addWidget(
        explanation(tr("The least recently shown make room for new ones; those of starred articles "
                       "stay."),
                    this));
    for (QAction *command : commands)
        layout->addWidget(pushButtonFor(command, this), 0, Qt::AlignLeading);
    m_news->setObjectName(u"pictureStoreNews"_s);
    m_news->hide();
    layout->addWidget(m_news);
    connect(&copying, &PictureExport::begun, this, &PictureStorePage::tell);
    connect(&copying, &PictureExport::said, this, &PictureStorePage::tell);
    connect(&copying, &PictureExport::failed, this, &PictureStorePage::tell); // which comes last
    connect(&images.loader(), &ImageLoader::storeSize, this, &PictureStorePage::showSize);
    images.requestStoreSize();
}

QSpinBox *PictureStorePage::limitBox(Settings &settings, ImageThread &images)
{
    constexpr int megabyte = 20; // as a power of two
    auto *limit = new QSpinBox(this);
    limit->setObjectName(u"pictureLimit"_s);
    limit->setRange(64, 1024 * 1024);
    limit->setSingleStep(256);
    limit->setSuffix(tr(" MB"));
    limit->setKeyboardTracking(
        false); // the beginning of a number is a small one, for which pictures would go
    limit->setToolTip(tr("How much room the stored pictures may take"));
    limit->setValue(static_cast<int>(settings.pictureLimit() >> megabyte));
    connect(limit, &QSpinBox::valueChanged, this, [&settings, &images](int megabytes) {
        settings.setPictureLimit(qint64(megabytes) << megabyte);
        images.setStoreLimit(settings.pictureLimit());
    });
    return limit;
}

void PictureStorePage::showSize(qint64 bytes, qint64 pictures, bool keepsFound)
{
    m_beyond->setVisible(keepsFound && bytes > m_settings.pictureLimit());
    m_size->setText(tr("%Ln picture(s), %1", nullptr, static_cast<int>(pictures))
                        .arg(QLocale().formattedDataSize(bytes)));
}

// Where it was begun: the window, which says it as well, may lie behind.
void PictureStorePage::tell(const QString &news)
{
    m_news->setText(news);
    m_news->show();
    announce(this, news);
}
