#include "ui/pagescripts.h"

#include "ui/pagescheme.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace
{

// "(function)(…argument)"; `argument` becomes the function's parameters.
QString called(const QString &function, const QJsonArray &argument)
{
    return u"(("_s + function + u")(..."_s +
           QString::fromUtf8(QJsonDocument(argument).toJson(QJsonDocument::Compact)) + u"))"_s;
}

// `choice` is the body of a function that returns an image of the list `all`, or nothing.
QString chosenPicture(const QString &choice, const QJsonArray &argument)
{
    return called(
        u"(...given) => { const all = [...document.querySelectorAll('img:not(.uc-inline-picture)')];"
        "const chosen = ((all, given) => {"_s +
            choice +
            u"})(all, given); if (!chosen) return null; const captions = {};"
            "for (const image of all) { const caption = image.closest('figure')?.querySelector('figcaption');"
            "if (caption) captions[image.src] = caption.textContent; }"
            "return { picture: chosen.src, captions }; }"_s,
        argument);
}

QJsonObject addressesOf(const QHash<QByteArray, QByteArray> &keys)
{
    QJsonObject addresses;
    for (auto it = keys.cbegin(); it != keys.cend(); ++it)
        addresses.insert(imageUrl(it.key()).toString(), imageUrl(it.value()).toString());
    return addresses;
}

// Says until a picture is there, or has failed, that it is on its way; page.css shows it.
QString awaitPicture()
{
    return u"const awaitPicture = (image, time) => { image.setAttribute('data-coming', time);"
           "for (const event of ['load', 'error']) image.addEventListener(event,"
           "() => image.removeAttribute('data-coming'), {once: true}); };"_s;
}

QString replacePicturesScript(const QHash<QByteArray, QByteArray> &keys, const QString &then)
{
    return called(u"keys => { "_s + awaitPicture() +
                      u"for (const image of document.images) {"
                      "const address = image.getAttribute('data-screen') || image.src;"
                      "if (!keys[address]) continue; image.removeAttribute('data-screen');"
                      "image.src = keys[address]; "_s +
                      then + u" } }"_s,
                  {addressesOf(keys)});
}

}

QString positionScript(double position)
{
    return u"(() => { const page = document.scrollingElement;"
           "page.scrollTop = (page.scrollHeight - page.clientHeight) * "_s +
           QString::number(position, 'f', 6) + u"; })()"_s;
}

// Two lines stay in sight, so that the eye finds its place. Less than a pixel is no movement: at fractional
// scales the last one is never reached.
QString scrollPageScript(int sign)
{
    return u"(sign => { const page = document.scrollingElement; const before = page.scrollTop;"
           "const line = parseFloat(getComputedStyle(document.body).lineHeight) || 30;"
           "page.scrollTop = before + sign * Math.max(line, page.clientHeight - 2 * line);"
           "return Math.abs(page.scrollTop - before) >= 1; })("_s +
           QString::number(sign) + u')';
}

QString scrollToTopScript()
{
    return u"document.scrollingElement.scrollTop = 0; 0"_s;
}

QString scrollToEndScript()
{
    return u"document.scrollingElement.scrollTop = document.scrollingElement.scrollHeight; 0"_s;
}

QString renewPicturesScript(const QHash<QByteArray, QByteArray> &renewed)
{
    return replacePicturesScript(renewed, u"awaitPicture(image, 'again');"_s);
}

QString redrawPicturesScript(const QHash<QByteArray, QByteArray> &redrawn)
{
    return replacePicturesScript(redrawn, {});
}

QString paperScript(const QHash<QByteArray, QByteArray> &paperKeys)
{
    return called(u"onPaper => { for (const image of document.images) {"
                  "if (!onPaper[image.src]) continue;"
                  "image.setAttribute('data-screen', image.src); image.src = onPaper[image.src]; } }"_s,
                  {addressesOf(paperKeys)});
}

QString isPaperReadyScript()
{
    return u"[...document.querySelectorAll('img[data-screen]')].every(image => image.complete)"_s;
}

QString screenScript()
{
    return u"for (const image of document.querySelectorAll('img[data-screen]')) {"
           "image.src = image.getAttribute('data-screen'); image.removeAttribute('data-screen'); } 0"_s;
}

QString preparePicturesScript(const QString &name)
{
    return called(u"name => { "_s + awaitPicture() +
                      u"for (const image of document.querySelectorAll('img:not(.uc-inline-picture)')) {"
                      "if (!image.complete) awaitPicture(image, 'first');"
                      "if (image.closest('a[href], summary')) continue;"
                      "image.tabIndex = 0; image.setAttribute('role', 'button');"
                      "if (!image.alt) image.setAttribute('aria-label', name); } }"_s,
                  {name});
}

// What is held back moves in the middle of scrolling, when everything moves. Chromium keeps what is seen in
// its place where something above it grows, and calls that scrolling, too.
QString reserveRoomScript()
{
    return u"(() => { let anchoring = 0; const begun = performance.now();"
           "const isText = image => { const rest = document.createRange(); rest.setStartAfter(image);"
           "rest.setEndAfter(document.querySelector('main').lastElementChild);"
           "return rest.toString().trim() !== ''; };"
           "const isHeld = (image, box) => {"
           "const page = document.scrollingElement;"
           "if (page.scrollHeight <= page.clientHeight) return false;"
           "if (performance.now() - begun < 250 || box.bottom <= 0 || box.bottom >= innerHeight || "
           "!isText(image)) return false;"
           "const scale = Math.min(1, box.width / image.naturalWidth);"
           "const height = scale * image.naturalHeight;"
           "return height > box.height / 4 && height < 2 * box.height; };"
           "const release = image => image.removeAttribute('data-awaited');"
           "const come = image => { const box = image.getBoundingClientRect();"
           "if (isHeld(image, box)) return;"
           "if (box.bottom <= 0) anchoring = performance.now() + 100;"
           "release(image); };"
           "for (const image of document.querySelectorAll("
           "'img:not(.uc-inline-picture):not([width]):not([height])')) {"
           "if (image.complete || image.closest('td, th')) continue;"
           "image.setAttribute('data-awaited', '');"
           "image.addEventListener('load', () => come(image));"
           "image.addEventListener('error', () => release(image)); }"
           "addEventListener('scroll', () => { if (performance.now() < anchoring) return;"
           "for (const image of document.querySelectorAll('img[data-awaited]'))"
           "if (image.complete) release(image); }, {passive: true}); })()"_s;
}

QString pictureScript(PictureMeant meant)
{
    const QString focused = u"const focused = document.activeElement;"
                            "if (all.includes(focused)) return focused;"_s;
    if (meant == PictureMeant::Focused)
        return chosenPicture(focused, {});
    return chosenPicture(focused +
                             u"const link = focused?.closest('a');"
                             "const linked = link && all.find(image => link.contains(image));"
                             "if (linked) return linked;"
                             "const isInSight = image => { const place = image.getBoundingClientRect();"
                             "return place.height > 0 && place.top < innerHeight && place.bottom > 0; };"
                             "return all.find(isInSight) || all[0];"_s,
                         {});
}

QString pictureAtScript(const QPoint &place)
{
    return chosenPicture(u"const hit = document.elementFromPoint(...given);"
                         "return all.includes(hit) && !hit.closest('a[href], summary') ? hit : null;"_s,
                         {place.x(), place.y()});
}

QString pictureOfScript(const QByteArray &key)
{
    return chosenPicture(u"return all.find(image => image.src === given[0]);"_s, {imageUrl(key).toString()});
}

QString linkTextScript(const QByteArray &address)
{
    // A click has put the focus on the link, which tells it from others of the same address.
    return called(u"address => { const links = [...document.links].filter(link => link.href === address);"
                  "const link = links.includes(document.activeElement) ? document.activeElement : links[0];"
                  "return link ? link.textContent.trim() : ''; }"_s,
                  {QString::fromLatin1(address)});
}

// Where something else lies over the middle of a link, as the edge of a box that scrolls, it is not seen.
QString hintTargetsScript()
{
    return u"(() => { window.hintTargets = []; const answer = [];"
           "const isSeen = (link, box) => { const x = box.left + box.width / 2, y = box.top + box.height / 2;"
           "const top = document.elementFromPoint(Math.min(Math.max(x, 0), innerWidth - 1),"
           "Math.min(Math.max(y, 0), innerHeight - 1));"
           "return top && link.contains(top); };"
           "const nameOf = link => (link.getAttribute('aria-label') || link.textContent.trim() || link.alt ||"
           "link.querySelector('img')?.alt || link.title || link.href || '').replace(/\\s+/g, ' ').slice(0, "
           "120);"
           "for (const link of document.querySelectorAll('a[href], summary, img[role=\"button\"]')) {"
           "const box = [...link.getClientRects()].find(box => box.width > 0 && box.height > 0 &&"
           "box.bottom > 4 && box.top < innerHeight - 4 && box.right > 0 && box.left < innerWidth &&"
           "isSeen(link, box));"
           "if (!box) continue;"
           "window.hintTargets.push(link);"
           "answer.push({x: box.left, y: box.top, width: box.width, height: box.height,"
           "address: link.href || '', isPicture: link.tagName === 'IMG', name: nameOf(link)}); }"
           "return answer; })()"_s;
}

QString followHintScript(int target)
{
    return called(u"target => { const link = (window.hintTargets || [])[target];"
                  "if (link) { link.focus({preventScroll: true}); link.click(); } }"_s,
                  {target});
}

QString progressScript(const QByteArray &address)
{
    return called(
        u"address => { if (location.href !== address || document.readyState === 'loading') return 0;"
        "if (window.framesDrawn === undefined) { window.framesDrawn = 0;"
        "requestAnimationFrame(function next() {"
        "if (++window.framesDrawn < 2) requestAnimationFrame(next); }); }"
        "return window.framesDrawn < 2 ? 1 : 2; }"_s,
        {QString::fromLatin1(address)});
}
