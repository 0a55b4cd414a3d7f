#pragma once

#include "app/archive/folderwatcher.h"
#include "app/catalog/catalogtypes.h"
#include "app/library/articlemodel.h"
#include "app/library/categorymodel.h"
#include "app/library/passplan.h"

#include <QTimeZone>

#include <memory>

enum class ListPart : quint8;
enum class Marking : quint8;
struct JournalEntry;
struct Mark;
struct MarkingWork;
struct MarksRepair;
struct SharedMarks;
struct StarredFile;

struct LibraryPaths {
    QString data;  // folder for the marks
    QString cache; // folder for the catalogues
    // The reader's day and time, here so that tests can have others.
    QTimeZone zone = QTimeZone::systemTimeZone();
    QDateTime (*now)() = &QDateTime::currentDateTimeUtc;
    WatchLimits watch = {};
    std::chrono::milliseconds settling = PassPlan::usualPatience;
};

// The open archive, as windows see it: two models, and signals that say what happened. All work is done on
// threads of its own; no call here waits for the disk.
class Library final : public QObject
{
    Q_OBJECT

public:
    explicit Library(const LibraryPaths &paths, QObject *parent = nullptr);
    ~Library() override; // stops the threads; what was marked is on disk when it returns

    CategoryModel *categories() const;
    ArticleModel *articles() const;
    LibraryPaths paths() const; // as they were handed in
    QString folder() const;     // of the open archive, absolute; empty where none is open
    QByteArray root() const;    // the same in the file system's own bytes, for readArticle()
    CategoryId category() const;
    ArticleSort sort() const;
    bool isPassRunning() const;
    bool isNew() const;          // whether the catalogue knew no article of the folder when it was opened
    bool isShowingPaths() const; // what showPaths() asked for, in place of a category
    ArticleView view() const;    // Category while paths are shown
    bool isReadHidden() const;
    ViewCounts viewCounts() const;

public Q_SLOTS:
    // Shows what the catalogue knows of this folder, then reads what is new, changed or gone.
    // Ends with passFinished(); a folder that cannot be read ends so too, and keeps the old list.
    void openArchive(const QString &folder);
    // The same before there is a window: the next openArchive() of this folder finds the work begun.
    void openAhead(const QString &folder);
    void refresh(); // the same folder once more, because the reader asks
    // The reader is back from elsewhere. Where nobody watches the folder, or it was away, looks what changed;
    // and whether another Lectern wrote marks.
    void catchUp();
    void stopPass(); // what was read so far stays
    // Rows are on the screen: a first pass need not keep to one core any longer so that they come soon.
    void rowsShown();
    void showCategory(CategoryId id);
    // Shows these files' articles as a list of their own, as far as the catalogue knows them, until a
    // category is shown or another archive opened. `paths` as in FileEntry. category() stays.
    void showPaths(const QList<QByteArray> &paths);
    // Cuts through the whole archive, until a category is shown or another archive opened.
    void showView(ArticleView view);
    // What was shown last, the category or the view, and this article in it, though it is read and what is
    // read is hidden, say; until another list is shown.
    void reveal(ArticleId article);
    // Categories without what is read; what is read meanwhile stays until another list is shown.
    void setReadHidden(bool hidden);
    // What was shown last: the category, or the view.
    void leavePaths();
    // The next unread article of the list after this one, or before it; see ListReader. Answered by
    // unreadFound().
    void findUnread(ArticleId from, bool isForward);
    void setSort(const ArticleSort &sort);
    // Where the reader is: another category or order that has this article begins with the rows around it.
    void setCurrentArticle(ArticleId id);
    // Looks for the next article of the list whose title begins with `text`, from this one on, and from the
    // top where there is none below; answered by titleFound() where there is one.
    void findTitle(const QString &text, ArticleId from);
    // Looks an article up by identity in the open archive; answered by articleLocated().
    void locate(Identity identity);
    void locatePath(const QByteArray &path);
    // Also of articles that are in no list; answered by articlesKnown(), every time.
    void requestArticles(const QList<ArticleId> &ids);
    // All that have a star in the open archive; answered by starredKnown(), or never where it is another one
    // meanwhile.
    void requestStarred();

    void setRead(const ArticleRow &article, bool read);
    void setStarred(const ArticleRow &article, bool starred);
    // Many at once. `marking` is no horizon. Answered by markingEnded().
    void mark(Marking marking, const QList<ArticleId> &ids);
    // By its number. What is marked stays, and can be taken back; what was being turned can be turned wholly.
    void stopMarking(int number);
    // A part of the list as read, see ListPart; at once however many it are. `article` as there. Answered by
    // partMarked().
    void markPart(ListPart part, ArticleId article);
    // The last marking, also of another run; answered by markingTurned() or nothingToTurn(), and where it is
    // stopped by markingEnded().
    void undoMarking();
    void redoMarking();
    void revertMarking(qint64 entry);
    void requestJournal(int most); // answered by journalKnown()
    void requestHistory();         // what was read in the open archive; answered by historyKnown()
    // Keeps the marks at one with those of other devices, by way of this folder (marksshare.h), as long as
    // the program runs; an empty name ends it. Answered by marksShared() or marksShareFailed() again and
    // again.
    void shareMarks(const QString &folder);
    void visit(Identity identity); // an article that is read was read once more
    // How far down the article the reader is: 0 top, 1 end.
    void setPosition(Identity identity, double position);
    void requestPosition(Identity identity); // answered by positionKnown()

Q_SIGNALS:
    void archiveLeft();                        // whatever was reported of it is of no interest any more
    void archiveOpened(const QString &folder); // the catalogue's rows, if any, are in the models
    // Comes twice for a long list: with its first rows, then with all.
    void listChanged(); // the list shows the wanted category in the wanted order
    void progressChanged(const PassProgress &progress);
    void passFinished(const PassResult &result);
    // 0 where it is not in the archive. `wanted` is what was asked for, or has the file that was.
    void articleLocated(ArticleId id, CategoryId category, Identity wanted);
    void articleFound(const ArticleRow &article); // after it, whether or not the list shows it yet
    // Those that are still there; none where the catalogue is another one meanwhile.
    void articlesKnown(const QList<ArticleRow> &articles);
    void starredKnown(const QList<StarredFile> &files);
    void marksChanged();                             // of any number of articles; the models follow
    void markingProgressed(const MarkingWork &work); // where many take a moment
    void markingEnded(const MarkingWork &work);
    void partMarked(ListPart part);
    void markingTurned(const JournalEntry &entry);
    void nothingToTurn();
    void journalKnown(const QList<JournalEntry> &entries);
    void historyKnown(const QList<ReadArticle> &articles); // the last read first, at most mostRecentlyRead
    // The marks' file was damaged or lost, and is mended.
    void marksRepaired(const MarksRepair &repair);
    void marksBackupFailed(const QString &reason);
    void marksShared(const SharedMarks &shared);
    void marksShareFailed(const QString &reason);
    void titleFound(ArticleId id);  // of the last question
    void unreadFound(ArticleId id); // of the last question; 0 where there is none
    void viewsCounted(const ViewCounts &counts);
    void positionKnown(Identity identity, double position);
    // The catalogue or the marks cannot be written; `reason` is the system's own. Reading goes on.
    void catalogueUnusable(const QString &reason);
    // A newer program wrote the marks: they are not touched, and what is marked now is not kept.
    void marksAreNewer();
    void marksUnusable(const QString &reason);
    // The system watches no more folders for this user: what changes shows on refresh() and catchUp() only.
    // Once for each archive.
    void watchLimitReached();

private:
    void connectIndexer();
    void connectPlan();
    void connectReader();
    void useCatalogue(quint64 archive, const QString &databaseName, const QString &reason, int articles);
    void mendCatalogue(quint64 epoch, const QString &reason);
    void showCategories(quint64 epoch, const QList<CategoryRow> &rows, bool isCounted);
    void showList(quint64 list, const ArticleChange &change, const QList<ArticleRow> &rows, bool isWhole);
    void announceArchive();
    void endList();
    void endPassIfShown();
    void connectMarks();
    void connectViews();
    void showMark(Identity identity, const Mark &mark, const QList<CategoryId> &categories);

    struct Private;
    std::unique_ptr<Private> d;
};
