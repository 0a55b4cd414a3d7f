#pragma once

#include "app/library/library.h"

#include <optional>

class CatalogReader;
class Indexer;
class ListReader;
class PassPlan;
class ReloadTimer;
class Workers;
struct PassOrder;

// What a library keeps; nobody but library*.cpp reads this.
struct Library::Private {
    LibraryPaths paths;
    CategoryModel *categories = nullptr;
    ArticleModel *articles = nullptr;
    std::unique_ptr<Workers> workers;
    Indexer *indexer = nullptr;      // of the workers
    CatalogReader *reader = nullptr; // of the workers
    ListReader *lists = nullptr;     // of the workers
    ReloadTimer *reloadTimer = nullptr;
    PassPlan *plan = nullptr;

    QString folder;
    QByteArray root;
    CategoryId category = wholeArchive;
    std::optional<QList<QByteArray>> chosen; // shown in place of the category
    ArticleView view = ArticleView::Category;
    bool isReadHidden = false;
    ViewCounts viewCounts;
    ArticleSort sort;
    ArticleId current = 0;  // the first rows of a list are those around it
    ArticleId revealed = 0; // belongs to the list though it is read, say

    // Answers that carry another number are stale.
    quint64 archive = 0; // one for every openArchive()
    quint64 epoch = 0;   // one for every catalogue: its row numbers mean something only there
    quint64 pass = 0;
    quint64 list = 0;
    quint64 title = 0;
    quint64 unread = 0;

    bool isCatalogueThere = false; // else there is nobody to ask for lists; useCatalogue() will
    bool isAhead = false;          // openAhead() was the last to open an archive
    bool isNew = false;            // as isNew() says
    bool isOpened = false;         // archiveOpened() was sent
    bool startsWhenOpen = false;   // a pass begins once the first rows of the catalogue are there
    bool isRunning = false;
    bool isMended = false;         // a damaged catalogue was made anew once; never in circles
    bool isTreeThere = false;      // the names of the categories are in the model
    bool isFirstListThere = false; // and the first rows
    bool isCountComing = false;
    bool isCountWanted = false; // marks were set while it came
    int marksAsked = 0;         // single ones, so far
    int marksShown = 0;         // of them; fewer than were answered where one failed
    int marksCounted = 0;       // of them, that may be in the last count, shown or not
    bool isListComing = false;
    bool isFirstList = false;         // the list is the one that was asked for when the archive was opened
    bool isReloadWanted = false;      // while a list is coming
    bool isStale = false;             // batches were stored since the lists were asked for
    std::optional<PassResult> ending; // sent when the lists show it

    void askForCategories();
    void askForList(bool fresh);
    void reload();
    void scheduleReload();
    void startPass(PassOrder order);
    void beginPass();
    void startWantedPass();
};
