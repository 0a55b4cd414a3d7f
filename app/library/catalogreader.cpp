#include "app/library/catalogreader.h"

#include "app/catalog/filestamp.h"

using namespace Qt::StringLiterals;

namespace
{

QDateTime writtenDate(qint64 milliseconds, qint64 offset)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::OffsetFromUTC, static_cast<int>(offset));
}

qint64 key(Identity identity)
{
    return static_cast<qint64>(identity);
}

}

CatalogReader::CatalogReader(QDateTime (*now)())
    : m_now(now)
{
}

void CatalogReader::openMarks(const QString &file)
{
    QString reason;
    if (!m_marks.open(file, &reason))
        Q_EMIT marksUnusable(reason);
}

void CatalogReader::openCatalogue(quint64 epoch, const QString &databaseName)
{
    m_epoch = epoch;
    m_isIndexed = false;
    m_paths.clear();
    m_database.close();
    QString error;
    if (databaseName.isEmpty())
        return;
    if (attach(databaseName, &error))
        Q_EMIT catalogueOpened(epoch, databaseName, m_marks.databaseName());
    else
        Q_EMIT catalogueBroken(epoch, error);
}

bool CatalogReader::attach(const QString &databaseName, QString *error)
{
    return m_database.open(u":memory:"_s, DatabaseUse::Reading, error) &&
           m_database.attach(m_marks.databaseName(), u"marks"_s, error) &&
           m_database.attach(databaseName, u"catalogue"_s, error);
}

void CatalogReader::close()
{
    openCatalogue(m_epoch, {});
    m_marks.close();
}

// Without the index, as while a first pass runs, one question by identity would read the whole archive.
bool CatalogReader::isIndexed()
{
    if (!m_isIndexed) {
        QString ignored;
        Statement indexes(m_database, u"SELECT count(*) FROM catalogue.sqlite_schema WHERE type='index' AND"
                                      " name IN ('articles_identity', 'articles_place')"_s);
        m_isIndexed = firstNumber(indexes, &ignored).value_or(0) == 2;
    }
    return m_isIndexed;
}

void CatalogReader::completeList(quint64 request, const ArticleChange &change, const QList<ArticleId> &shown,
                                 bool isWhole)
{
    QString ignored; // whoever looks at the rows asks for them again
    Q_EMIT listRead(request, change, rows(shown, &ignored), isWhole);
}

void CatalogReader::readRows(quint64 request, const QList<ArticleId> &ids)
{
    QString error;
    const QList<ArticleRow> found = rows(ids, &error);
    if (!error.isEmpty())
        Q_EMIT catalogueBroken(m_epoch, error);
    Q_EMIT rowsRead(request, found);
}

QList<ArticleRow> CatalogReader::rows(const QList<ArticleId> &ids, QString *error)
{
    Statement statement(m_database,
                        u"SELECT path, title, author, date_ms, date_offset, head_image, link,"
                        " a.identity, category, problems, coalesce(m.read, 0), coalesce(m.starred, 0)"
                        " FROM catalogue.articles a LEFT JOIN marks.marks m ON m.identity=a.identity"
                        " WHERE a.id=?"_s);
    QList<ArticleRow> found;
    for (const ArticleId id : ids) {
        if (!statement.bind(id).execute(error))
            break;
        if (statement.next())
            found << row(id, statement);
        else if (statement.hasFailed(error))
            break;
    }
    return found;
}

ArticleRow CatalogReader::row(ArticleId id, const Statement &statement)
{
    ArticleRow made;
    made.id = id;
    made.head.path = statement.bytes(0);
    made.head.title = statement.text(1);
    made.head.author = statement.text(2);
    made.head.date = writtenDate(statement.number(3), statement.number(4));
    made.head.headImage = statement.text(5);
    made.head.originalLink = statement.text(6);
    made.head.identity = Identity{static_cast<quint64>(statement.number(7))};
    made.head.categories = categoryPath(statement.number(8));
    made.head.problems = Problems::fromInt(static_cast<quint32>(statement.number(9)));
    made.read = statement.number(10) != 0;
    made.starred = statement.number(11) != 0;
    return made;
}

const QStringList &CatalogReader::categoryPath(CategoryId id)
{
    const auto kept = m_paths.constFind(id);
    if (kept != m_paths.cend())
        return *kept;
    QStringList path;
    QString ignored;
    Statement statement(m_database, u"SELECT parent, name FROM catalogue.categories WHERE id=?"_s);
    for (CategoryId at = id; at > wholeArchive; at = statement.number(0)) {
        if (!statement.bind(at).execute(&ignored) || !statement.next())
            break;
        path.prepend(statement.text(1));
    }
    return *m_paths.insert(id, path);
}

void CatalogReader::locate(quint64 request, Identity identity)
{
    Statement statement(m_database, u"SELECT max(id), category FROM catalogue.articles WHERE identity=?"_s);
    answerLocated(request, statement.bind(key(identity)));
}

void CatalogReader::locatePath(quint64 request, const QByteArray &path)
{
    Statement statement(m_database,
                        u"SELECT id, category FROM catalogue.articles WHERE place=? AND path=?"_s);
    answerLocated(request, statement.bind(placeOf(path)).bind(path));
}

void CatalogReader::answerLocated(quint64 request, Statement &statement)
{
    QString ignored;
    const bool found = isIndexed() && statement.execute(&ignored) && statement.next();
    Q_EMIT located(request, found ? statement.number(0) : 0, found ? statement.number(1) : wholeArchive);
}

void CatalogReader::setRead(ArticleId id, Identity identity, bool read)
{
    QString error;
    const bool wasRead = m_marks.mark(identity, &error).value_or(Mark()).read;
    if (!m_marks.setRead(identity, read, m_now(), &error))
        Q_EMIT marksUnusable(error);
    answerMarked(id, identity, wasRead);
}

void CatalogReader::setStarred(ArticleId id, Identity identity, bool starred)
{
    QString error;
    const bool wasRead = m_marks.mark(identity, &error).value_or(Mark()).read;
    if (!m_marks.setStarred(identity, starred, &error))
        Q_EMIT marksUnusable(error);
    answerMarked(id, identity, wasRead);
}

void CatalogReader::answerMarked(ArticleId id, Identity identity, bool wasRead)
{
    QString error;
    const std::optional<Mark> mark = m_marks.mark(identity, &error);
    if (!mark)
        return;
    QList<CategoryId> categories;
    if (mark->read != wasRead) {
        Statement copies(m_database, isIndexed()
                                         ? u"SELECT category FROM catalogue.articles WHERE identity=?"_s
                                         : u"SELECT category FROM catalogue.articles WHERE id=?"_s);
        copies.bind(isIndexed() ? key(identity) : id);
        for (bool more = copies.execute(&error) && copies.next(); more; more = copies.next())
            categories << copies.number(0);
    }
    Q_EMIT marked(identity, *mark, categories);
}

void CatalogReader::setPosition(Identity identity, double position)
{
    QString error;
    if (!m_marks.setPosition(identity, position, &error))
        Q_EMIT marksUnusable(error);
}

void CatalogReader::readPosition(Identity identity)
{
    QString ignored;
    Q_EMIT positionRead(identity, m_marks.mark(identity, &ignored).value_or(Mark()).position);
}
