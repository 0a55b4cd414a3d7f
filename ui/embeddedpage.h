#pragma once

#include "app/images/imageloader.h"
#include "ui/pageloader.h"

#include <QHash>
#include <QObject>

// Fetches every picture of a page and puts them into it, for a single file that needs nothing else.
class EmbeddedPage final : public QObject
{
    Q_OBJECT

public:
    // `loader` lives on another thread and outlives this.
    EmbeddedPage(const LoadedPage &page, const ThemeColors &colors, ImageLoader &loader,
                 QObject *parent = nullptr);

public Q_SLOTS:
    void fetch(); // answered by finished(), once

Q_SIGNALS:
    void finished(const QByteArray &html);
    void wanted(const ImageRequest &request);

private:
    void take(const ImageAnswer &answer);
    void put(const PagePicture &picture, const ImageAnswer &answer);

    LoadedPage m_page;
    ThemeColors m_colors;
    QHash<quint64, PagePicture> m_waiting;
    QHash<QByteArray, QByteArray> m_addresses;
};
