#pragma once

#include "app/images/imageloader.h"
#include "app/images/pixelbudget.h"
#include "app/page/safehtml.h"
#include "app/page/theme.h"
#include "ui/failedpicture.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlSchemeHandler>

#include <optional>

// What the loader would answer for a picture whose bytes the page has itself: checked like any other.
ImageAnswer inlineAnswer(const PagePicture &picture);

enum class Asking : quint8 {
    Usual, // as the page asks: what is known to have failed is not tried again
    Again,
    Wrong, // and what is there is not the picture
    Right, // and what came is the picture after all
};

// Serves the pictures of the open page from the table that came with it; any other key fails. What is not in
// the page itself is asked for by wanted() and comes back through take(), later and on this thread.
class ImageHandler final : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT

public:
    explicit ImageHandler(QObject *parent = nullptr);

    // What answers wanted(). It may live on another thread, and outlives this.
    void use(const ImageLoader &images);

    // Of the next page: what is animated is served as its first frame where it is not to move.
    void setMotion(PictureMotion motion) { m_motion = motion; }
    // Of the next page: as ImageRequest::owner.
    void setOwner(quint64 owner) { m_owner = owner; }
    // How wide a picture can be, in CSS pixels, from now on.
    void setColumn(int width) { m_column = width; }
    int column() const { return m_column; }
    // The next page's table. What the last page still waits for is given up. Failed pictures are drawn in
    // `colors` and name `retryKey`.
    void setPictures(const QList<PagePicture> &pictures, const ThemeColors &colors, const QString &retryKey);
    const PagePicture *picture(const QByteArray &key) const;
    // Why it is not there; None where it is, or is awaited.
    ImageFailure failure(const QByteArray &key) const { return m_failed.value(key).failure; }
    // The keys under which the boxes of those that failed can be had as they are on paper, by the page's own.
    QHash<QByteArray, QByteArray> paperKeys() const;
    // The key under which the page first knew this picture.
    QByteArray firstKey(const QByteArray &key) const { return m_firstKeys.value(key, key); }
    // Every picture that failed, with the new key that stands for it from now on: Chromium never asks twice
    // for one address. Under that it is asked for as Usual, or Again.
    QHash<QByteArray, QByteArray> renewFailed(Asking asking);
    // The same of one picture that the reader has judged.
    QHash<QByteArray, QByteArray> renewJudged(const QByteArray &key);
    // The same of all whose boxes are as wide as another column was: nobody is asked.
    QHash<QByteArray, QByteArray> redrawFailed();
    // Fetches one picture of the page for the reader's own use, whatever limits the page has reached. The
    // number is that of the answer, fetched(), which comes later, or never where another page comes. With
    // Wrong and Right it is the page's answer, too, once that asks under the key of renewJudged().
    quint64 fetch(const PagePicture &picture, Asking asking);

    void requestStarted(QWebEngineUrlRequestJob *job) override;

public Q_SLOTS:
    void take(const ImageAnswer &answer);

Q_SIGNALS:
    void wanted(const ImageRequest &request);
    void articleLeft(quint64 article);
    // So many pictures of the page so far, of so many hosts, were not asked of the network (NotAsked); 0
    // where another page comes, or they are asked for now.
    void heldBack(int pictures, int hosts);
    void fetched(const ImageAnswer &answer);

private:
    struct Waiting {
        QByteArray key;
        QPointer<QWebEngineUrlRequestJob> job; // null where the reader waits, or the job has vanished
        bool forReader = false;
    };
    // A picture that the reader has judged, until the page has been told what came of it.
    struct Judged {
        quint64 number = 0;                  // of the request
        std::optional<ImageAnswer> answer{}; // that came before the page asked
        Waiting page{};                      // which asked before the answer came
    };
    bool takesJudged(const Waiting &waiting);
    void answerJudged(const QByteArray &firstKey, const ImageAnswer &answer);
    void sendWanted(quint64 number, const PagePicture &picture, const Waiting &waiting, Asking asking);
    void leaveArticle();
    QByteArray renew(const QByteArray &key, Asking asking);
    QByteArray lastKey(const QByteArray &firstKey) const;
    void noteHeldBack(const QString &host);
    void forgetHeldBack();
    void ask(const PagePicture &picture, const Waiting &waiting);
    void answer(const Waiting &waiting, const ImageAnswer &answer);
    QByteArray boxOf(const QByteArray &key, Medium medium) const;
    QByteArray shownBytes(const ImageAnswer &answer) const;
    ImageAnswer withinBudget(const QByteArray &key, const ImageAnswer &answer);

    QHash<QByteArray, PagePicture> m_pictures;
    QHash<quint64, Waiting> m_waiting;
    QHash<QByteArray, int> m_attempts; // by key, where it is not the first
    QHash<QByteArray, QByteArray> m_firstKeys;
    QHash<QByteArray, ImageAnswer> m_failed; // by keys, without bytes
    QSet<QByteArray> m_askedFor;             // keys, by the reader
    QHash<QByteArray, QByteArray> m_digests; // ImageAnswer::digest of what came last, by first keys
    QHash<QByteArray, Judged> m_judged;      // by first keys
    PixelBudget m_budget;                    // of the page, by first keys
    int m_heldBack = 0;
    QSet<QString> m_heldHosts;
    ThemeColors m_colors;
    PictureMotion m_motion = PictureMotion::Playing;
    QString m_retryKey;
    int m_column = usualColumn;
    quint64 m_owner = 0;
    quint64 m_article = 0;
    quint64 m_number = 0;
};
