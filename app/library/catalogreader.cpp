#include "app/library/catalogreader.h"

#include "app/catalog/filestamp.h"

using namespace Qt::StringLiterals;

namespace
{

QDateTime writtenDate(qint64 milliseconds, qint64 offset)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::OffsetFromUTC, static_cast<int>(offset));
}

}

CatalogReader::CatalogReader(QDateTime (*now)())
    : m_now(now)
    , m_jobs(this) // moves to the reader's thread with it
{
    connect(&m_jobs, &JobQueue::emptied, this, &CatalogReader::sweep);
}

void CatalogReader::openCatalogue(quint64 epoch, const QString &databaseName, const QString &archive)
{
    m_epoch = epoch;
    m_catalogueName = databaseName;
    m_archive = archive;
    m_readState = {};
    m_isIndexed = false;
    m_paths.clear();
    m_database.close();
    QString error;
    if (databaseName.isEmpty())
        return;
    if (attach(databaseName, &error))
        Q_EMIT catalogueOpened(epoch, databaseName, m_marks.databaseName(), archive);
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
    m_jobs.finish();
    openCatalogue(m_epoch, {}, {});
    m_marks.close();
}

// Without the index, as while a first pass runs, one question by identity reads the whole archive.
bool CatalogReader::isIndexed()
{
    m_isIndexed = m_isIndexed || hasIndex(m_database, u"articles_identity"_s);
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

void CatalogReader::readArticles(quint64 epoch, const QList<ArticleId> &ids)
{
    QString ignored; // whoever stumbles over a broken catalogue for the list mends it
    Q_EMIT articlesRead(epoch, epoch == m_epoch ? rows(ids, &ignored) : QList<ArticleRow>());
}

QList<ArticleRow> CatalogReader::rows(const QList<ArticleId> &ids, QString *error)
{
    Statement statement(m_database,
                        u"SELECT path, title, author, date_ms, date_offset, head_image, link,"
                        " a.identity, category, problems, coalesce(m.starred, 0), sort_ms,"
                        " coalesce(m.read, -1), coalesce(m.read_since, 0), coalesce(m.position, 0)"
                        " FROM catalogue.articles a LEFT JOIN marks.marks m ON m.identity=a.identity"
                        " WHERE a.id=?"_s);
    QList<ArticleRow> found;
    m_readState.refresh(m_database, m_archive, error);
    Statement category(m_database, u"SELECT parent, name FROM catalogue.categories WHERE id=?"_s);
    for (const ArticleId id : ids) {
        if (!statement.bind(id).execute(error))
            break;
        if (statement.next())
            found << row(id, statement, category);
        else if (statement.hasFailed(error))
            break;
    }
    return found;
}

ArticleRow CatalogReader::row(ArticleId id, const Statement &statement, Statement &category)
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
    made.head.categories = categoryPath(statement.number(8), category);
    made.head.problems = Problems::fromInt(static_cast<quint32>(statement.number(9)));
    made.starred = statement.number(10) != 0;
    made.position = statement.real(14);
    made.read = m_readState.isRead(statement.number(8), statement.number(11), opinionFrom(statement, 12));
    return made;
}

const QStringList &CatalogReader::categoryPath(CategoryId id, Statement &category)
{
    const auto kept = m_paths.constFind(id);
    if (kept != m_paths.cend())
        return *kept;
    QStringList path;
    QString ignored;
    for (CategoryId at = id; at > wholeArchive; at = category.number(0)) {
        if (!category.bind(at).execute(&ignored) || !category.next())
            break;
        path.prepend(category.text(1));
    }
    return *m_paths.insert(id, path);
}

void CatalogReader::locate(quint64 request, Identity identity)
{
    Statement statement(m_database,
                        u"SELECT max(id), category, identity FROM catalogue.articles WHERE identity=?"_s);
    answerLocated(request, statement.bind(static_cast<qint64>(identity)), identity);
}

void CatalogReader::locatePath(quint64 request, const QByteArray &path)
{
    Statement statement(m_database,
                        u"SELECT id, category, identity FROM catalogue.articles WHERE place=? AND path=?"_s);
    answerLocated(request, statement.bind(placeOf(path)).bind(path), {});
}

void CatalogReader::answerLocated(quint64 request, Statement &statement, Identity wanted)
{
    QString ignored;
    // Without indexes it reads all rows, 0.1 s for a million that are in memory, which is better than to say
    // that it is not there.
    const bool found = statement.execute(&ignored) && statement.next();
    const bool isThere = found && statement.number(0) > 0; // the greatest of none is a row as well
    const ArticleId id = isThere ? statement.number(0) : 0;
    Q_EMIT located(request, id, isThere ? statement.number(1) : wholeArchive,
                   isThere ? Identity{static_cast<quint64>(statement.number(2))} : wanted);
    if (!isThere)
        return;
    const QList<ArticleRow> article = rows({id}, &ignored);
    if (!article.isEmpty())
        Q_EMIT rowLocated(request, article.first());
}
