#include "app/archive/articlepath.h"

#include "app/archive/articledate.h"
#include "app/archive/articlereader.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

bool isGenericFolder(const QString &name)
{
    static constexpr QLatin1StringView generic[] = {"source"_L1,  "content"_L1, "_posts"_L1,
                                                    "_drafts"_L1, "posts"_L1,   "post"_L1};
    return std::any_of(std::begin(generic), std::end(generic),
                       [&](QLatin1StringView each) { return name == each; });
}

QString withoutExtension(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? name.first(dot) : name;
}

} // namespace

QString displayPath(const QByteArray &path)
{
    return QString::fromUtf8(path);
}

QString titleFromPath(const QByteArray &path)
{
    const QStringList parts = displayPath(path).split(u'/');
    QString name = withoutExtension(parts.last());
    const bool isIndex = name == "index"_L1 || name == "_index"_L1;
    if (isIndex && parts.size() > 1)
        name = parts[parts.size() - 2];
    static const QRegularExpression jekyllDate(uR"(^\d{4}-\d{1,2}-\d{1,2}-(?=.*\S))"_s);
    name = name.remove(jekyllDate).simplified();
    return name.isEmpty() ? parts.last() : name;
}

QStringList categoriesFromPath(const QByteArray &path)
{
    QStringList folders = displayPath(path).split(u'/');
    folders.removeLast();
    while (!folders.isEmpty() && isGenericFolder(folders.first()))
        folders.removeFirst();
    return folders;
}

std::optional<QDateTime> dateFromPath(const QByteArray &path)
{
    return dateFromFileName(displayPath(path.sliced(path.lastIndexOf('/') + 1)));
}

bool isHtmlPath(const QByteArray &path)
{
    const QByteArray lower = path.right(5).toLower();
    return lower.endsWith(".html") || lower.endsWith(".htm");
}
