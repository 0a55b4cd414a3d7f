// What the pane does with the pictures of its page.

#include "ui/keywatch.h"
#include "ui/pageengine.h"
#include "ui/pagemenu.h"
#include "ui/pagescheme.h"
#include "ui/pagescripts.h"
#include "ui/picturesaver.h"
#include "ui/webpage.h"
#include "ui/webpane.h"

#include <QWebEngineContextMenuRequest>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

void WebPane::connectPictures()
{
    const ImageHandler *handler = &m_engine->pictures();
    connect(handler, &ImageHandler::fetched, this, &WebPane::takePicture);
    connect(handler, &ImageHandler::heldBack, this, &WebPane::picturesHeldBack);
    connect(m_pageKeys, &KeyWatch::enterPressed, this, &WebPane::viewFocusedPicture);
    connect(m_pageKeys, &KeyWatch::clicked, this, [this](const QPoint &place) {
        choosePictureBy(pictureAtScript((QPointF(place) / m_engine->page().zoomFactor()).toPoint()));
    });
}

void WebPane::serveTextAlone()
{
    m_textPictures = std::make_unique<ImageHandler>();
    m_textPictures->use(m_images);
    connect(m_textPictures.get(), &ImageHandler::fetched, this, &WebPane::takePicture);
}

ImageHandler &WebPane::pictures() const
{
    return m_engine ? m_engine->pictures() : *m_textPictures;
}

// CSS pixels, as far as a box with a sentence in it goes.
int WebPane::pictureColumn() const
{
    constexpr double margins = 3.6; // times the text's size: page.css, main
    constexpr double measure = 34;  // the same, of a Latin text: the narrower one
    constexpr int scrollBar = 16;
    const double room = m_engine ? width() / m_engine->page().zoomFactor() : width();
    const double column = measure * m_style.textSize * m_style.columnWidth / 100;
    return qBound(160, qRound(qMin(column, room - margins * m_style.textSize - scrollBar)), usualColumn);
}

// Once the reader has let the window go.
void WebPane::fitPictures()
{
    if (m_engine && m_settled && !showsText())
        m_engine->setColumn(pictureColumn());
}

void WebPane::retryPictures()
{
    if (!showsText())
        m_engine->renewPictures(Asking::Again);
}

void WebPane::renewPictures()
{
    if (!showsText())
        m_engine->renewPictures(Asking::Usual);
}

quint64 WebPane::fetchPicture(const PagePicture &picture, Asking asking)
{
    const quint64 number = pictures().fetch(picture, asking);
    if (!showsText() && (asking == Asking::Wrong || asking == Asking::Right))
        m_engine->renewJudged(picture.key);
    return number;
}

void WebPane::choosePicture()
{
    const QList<ViewedPicture> all = viewedPictures({});
    if (all.isEmpty())
        Q_EMIT noPictures();
    else if (showsText())
        Q_EMIT picturesChosen(all, 0);
    else
        choosePictureBy(pictureScript(PictureMeant::InSight));
}

void WebPane::viewFocusedPicture()
{
    choosePictureBy(pictureScript(PictureMeant::Focused));
}

void WebPane::choosePictureBy(const QString &script)
{
    if (!m_settled || showsText())
        return;
    m_engine->page().run(script, [this, number = m_shown.number](const QVariant &answer) {
        if (number == m_shown.number && m_settled)
            pictureAnswered(answer);
    });
}

void WebPane::pictureAnswered(const QVariant &answer)
{
    const QVariantMap found = answer.toMap();
    const ImageHandler &handler = pictures();
    const QByteArray key = handler.firstKey(imageKey(QUrl(found.value(u"picture"_s).toString())));
    const QList<ViewedPicture> all = viewedPictures(found.value(u"captions"_s).toMap());
    for (int place = 0; place < all.size(); ++place) {
        if (all.at(place).picture.key == key)
            Q_EMIT picturesChosen(all, place);
    }
}

QList<ViewedPicture> WebPane::viewedPictures(const QVariantMap &captions) const
{
    QHash<QByteArray, QString> captionOf;
    for (auto it = captions.cbegin(); it != captions.cend(); ++it)
        captionOf.insert(pictures().firstKey(imageKey(QUrl(it.key()))), it.value().toString());
    QList<ViewedPicture> viewed;
    for (const PagePicture &picture : m_shown.pictures) {
        if (!picture.isInLine)
            viewed.append({picture, captionOf.value(picture.key, picture.alt)});
    }
    return viewed;
}

void WebPane::showMenu(const QPoint &place)
{
    const QWebEngineContextMenuRequest *request = m_engine->view().lastContextMenuRequest();
    if (!request)
        return;
    const PagePicture *picture = m_engine->pictures().picture(imageKey(request->mediaUrl()));
    const ImageFailure failure = picture ? m_engine->pictures().failure(picture->key) : ImageFailure::None;
    auto *menu = new PageMenu(*request, picture, failure, this);
    connect(menu, &PageMenu::openLink, this, &WebPane::linkActivated);
    connect(menu, &PageMenu::viewPicture, this,
            [this](const QByteArray &key) { choosePictureBy(pictureOfScript(key)); });
    connect(menu, &PageMenu::savePicture, this, &WebPane::startSaving);
    connect(menu, &PageMenu::fetchAgain, this, &WebPane::retryPictures);
    connect(menu, &PageMenu::pictureJudged, this, [this](const QByteArray &key, Asking asking) {
        if (const PagePicture *judged = m_engine->pictures().picture(key))
            fetchPicture(PagePicture(*judged), asking);
    });
    connect(menu, &PageMenu::copyText, this, &WebPane::copySelection);
    menu->popup(m_engine->view().mapToGlobal(place));
}

void WebPane::startSaving(const QByteArray &key)
{
    if (const PagePicture *picture = m_engine->pictures().picture(key))
        m_saving.insert(fetchPicture(*picture, Asking::Again), picture->address.url);
}

void WebPane::takePicture(const ImageAnswer &answer)
{
    const auto saving = m_saving.constFind(answer.number);
    if (saving == m_saving.cend()) {
        Q_EMIT pictureFetched(answer);
        return;
    }
    const QUrl address = *saving;
    m_saving.erase(saving);
    savePicture(this, address, answer,
                [this](const PictureFile &saved) { Q_EMIT pictureSaved(saved.file, saved.error); });
}
