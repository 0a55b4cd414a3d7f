#pragma once

#include "app/page/tracking.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QUrl>

// An address as written, proxies around it included (characters); a longer one is none. What stands inside
// may have 4,096.
constexpr qsizetype longestWrittenAddress = 16'384;

// One picture's address, freed from the proxies that the archive's writer put around it.
struct ImageAddress {
    QUrl url; // http or https, normalised, fully encoded; the key of the picture in the store. file:
              // only where `base` was a file:, and then below base's own folder
    QUrl proxyReferrer; // the proxy's r= (the article's site); empty where none was written
    QList<QUrl> others; // further addresses worth trying, best first: a spoilt address as written, the
                        // proxy's own address for i0.wp.com and the like, what the <img> offers besides
    bool operator==(const ImageAddress &) const = default;
};
Q_DECLARE_METATYPE(ImageAddress)

// Unwraps one address as an article writes it (every row of format.md, "Image addresses"), resolves it
// against `base` (the article's own link; empty where unknown) and cleans it by the URL rules of security.md
// 1: trimmed, TAB LF CR removed, dot segments normalised, no userinfo, no empty host, at most 4,096
// characters, printable ASCII without "'<>`. An invalid url where it is no http(s) address or a "no image"
// placeholder (picsum.photos, jianshu.com/p/undefined, an empty value).
ImageAddress imageAddress(QStringView written, const QUrl &base);

// The same for links: unwrapped in the same ways, http, https and mailto let through; invalid otherwise.
// `base` as above.
QUrl linkAddress(QStringView written, const QUrl &base, Tracking tracking = Tracking::Stripped);

// True for addresses that generators write where there is no picture.
bool isPlaceholderImage(QStringView written);
