#include "app/library/settings_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

PictureMode Settings::pictureMode() const
{
    const QString mode = d->store.value(u"pictures/mode"_s).toString();
    if (mode == u"never")
        return PictureMode::Never;
    // Earlier versions knew two modes.
    const bool asks = mode.isEmpty() ? d->store.value(u"pictures/ask"_s).toBool() : mode == u"when-asked";
    return asks ? PictureMode::WhenAsked : PictureMode::Always;
}

void Settings::setPictureMode(PictureMode mode)
{
    const auto name = mode == PictureMode::Always      ? "always"_L1
                      : mode == PictureMode::WhenAsked ? "when-asked"_L1
                                                       : "never"_L1;
    d->store.setValue(u"pictures/mode"_s, name);
    d->store.remove(u"pictures/ask"_s);
}

QList<QStringList> Settings::pictureCategories() const
{
    QList<QStringList> categories;
    for (const QVariant &category : d->store.value(u"pictures/categories"_s).toList())
        categories << category.toStringList();
    return categories;
}

void Settings::addPictureCategory(const QStringList &category)
{
    QVariantList categories;
    for (const QStringList &known : pictureCategories()) {
        if (known != category)
            categories << known;
    }
    categories << category;
    d->store.setValue(u"pictures/categories"_s, categories);
}

void Settings::removePictureCategory(const QStringList &category)
{
    QVariantList left;
    for (const QStringList &known : pictureCategories()) {
        if (category.mid(0, known.size()) != known)
            left << known;
    }
    d->store.setValue(u"pictures/categories"_s, left);
}

bool Settings::fetchesUnasked(const QStringList &category) const
{
    if (pictureMode() != PictureMode::WhenAsked)
        return pictureMode() == PictureMode::Always;
    const QList<QStringList> always = pictureCategories();
    return std::any_of(always.cbegin(), always.cend(), [&category](const QStringList &above) {
        return category.mid(0, above.size()) == above;
    });
}

bool Settings::usesPublicArchive() const
{
    return d->store.value(u"pictures/public-archive"_s).toBool();
}

void Settings::setUsesPublicArchive(bool use)
{
    if (use != usesPublicArchive())
        d->store.setValue(u"pictures/public-archive"_s, use);
}

qint64 Settings::pictureLimit() const
{
    constexpr qint64 least = qint64(64) << 20; // bytes: less holds no picture album
    const qint64 bytes = d->store.value(u"picture-limit"_s).toLongLong();
    return bytes >= least ? bytes : usualPictureLimit;
}

void Settings::setPictureLimit(qint64 bytes)
{
    d->store.setValue(u"picture-limit"_s, bytes);
}
