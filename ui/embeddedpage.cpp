#include "ui/embeddedpage.h"

#include "app/page/standalonepage.h"
#include "ui/failedpicture.h"
#include "ui/imagehandler.h"

EmbeddedPage::EmbeddedPage(const LoadedPage &page, const ThemeColors &colors, ImageLoader &loader,
                           QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_colors(colors)
{
    connect(this, &EmbeddedPage::wanted, &loader, &ImageLoader::load);
    connect(&loader, &ImageLoader::answered, this, &EmbeddedPage::take);
}

void EmbeddedPage::fetch()
{
    quint64 number = 0;
    for (const PagePicture &picture : m_page.pictures) {
        if (picture.inlineData.isEmpty()) {
            m_waiting.insert(++number, picture);
            continue;
        }
        put(picture, inlineAnswer(picture));
    }
    for (auto request = m_waiting.cbegin(); request != m_waiting.cend(); ++request)
        Q_EMIT wanted({request.key(), 1, request->address, false});
    if (m_waiting.isEmpty())
        Q_EMIT finished(standalonePage(m_page.html, m_addresses));
}

void EmbeddedPage::put(const PagePicture &picture, const ImageAnswer &answer)
{
    const bool isShown = !answer.bytes.isEmpty();
    m_addresses.insert(picture.key,
                       isShown ? dataAddress(contentType(answer.type), answer.bytes)
                               : dataAddress("image/svg+xml", failedPicture(answer, picture.size, m_colors)));
}

void EmbeddedPage::take(const ImageAnswer &answer)
{
    const auto waiting = m_waiting.constFind(answer.number);
    if (waiting == m_waiting.cend())
        return;
    put(*waiting, answer);
    m_waiting.erase(waiting);
    if (m_waiting.isEmpty())
        Q_EMIT finished(standalonePage(m_page.html, m_addresses));
}
