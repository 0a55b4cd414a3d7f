#include "ui/sessionkeeper.h"

#include "ui/listchooser.h"
#include "ui/navigator.h"
#include "ui/readinghistory.h"

#include <QAbstractItemView>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

// How long an article that was open last is waited for before the first of the list is shown instead. Within
// the second that the window has to become usable.
constexpr auto patience = 400ms;

SessionKeeper::SessionKeeper(Library &library, Settings &settings, Navigator &navigator,
                             ReadingHistory &history, QAbstractItemView &tree, ListChooser &chooser,
                             QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_settings(settings)
    , m_navigator(navigator)
    , m_history(history)
    , m_tree(tree)
    , m_chooser(chooser)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &SessionKeeper::openFirst);
    connect(&library, &Library::articleLocated, this, &SessionKeeper::located);
    connect(&library, &Library::articleFound, this, &SessionKeeper::found);
    connect(&library, &Library::listChanged, this, &SessionKeeper::listChanged);
    connect(&library, &Library::passFinished, this, &SessionKeeper::passFinished);
    connect(&navigator, &Navigator::opened, this, [this] { m_searching = false; });
}

void SessionKeeper::setWantedFile(const QByteArray &path)
{
    m_wantedFile = path;
}

void SessionKeeper::begin()
{
    m_wanted = m_settings.session(m_library.folder());
    m_history.begin(m_wanted);
    m_wantedArticle = 0;
    m_asked = 0;
    m_searching = true;
    m_library.setSort(m_wanted.sort);
    m_patience.start(patience);
    look();
}

void SessionKeeper::look()
{
    selectCategory();
    if (!m_wantedFile.isEmpty() || m_wanted.article)
        ++m_asked;
    if (!m_wantedFile.isEmpty())
        m_library.locatePath(m_wantedFile);
    else if (m_wanted.article)
        m_library.locate(*m_wanted.article);
    else
        listChanged();
}

void SessionKeeper::selectCategory()
{
    if (m_wantedFile.isEmpty() && m_wanted.view != ArticleView::Category) {
        m_chooser.showView(m_wanted.view);
        return;
    }
    auto *categories = m_library.categories();
    const QModelIndex index = categories->indexOf(m_wantedFile.isEmpty() ? m_wanted.category : QStringList());
    if (index.isValid() && m_tree.currentIndex() != index)
        m_tree.setCurrentIndex(index);
}

void SessionKeeper::located(ArticleId id, CategoryId)
{
    m_asked = std::max(0, m_asked - 1); // others ask, too
    if (!m_searching || id == 0)
        return;
    m_wantedArticle = id;
    m_wantedFile.clear();
    if (m_library.view() != ArticleView::Category || m_library.isReadHidden())
        m_library.reveal(id); // it was read, and the list that comes is of what is not
    listChanged();
}

// A long list takes longer than the article: that is shown at once, and its row chosen as soon as there is
// one.
void SessionKeeper::found(const ArticleRow &article)
{
    if (m_searching && article.id == m_wantedArticle)
        m_navigator.show(article);
}

void SessionKeeper::listChanged()
{
    if (!m_searching) {
        if (m_navigator.current())
            m_navigator.goTo(m_navigator.current()->id);
        return;
    }
    if (m_wantedArticle != 0)
        m_navigator.goTo(m_wantedArticle);
    else if (!m_patience.isActive() || (!m_wanted.article && m_asked == 0 && isFirstKnown()))
        openFirst();
}

// In a new archive the first row is not the first article before the pass has come to an end.
bool SessionKeeper::isFirstKnown() const
{
    return !m_library.isNew() || !m_library.isPassRunning();
}

void SessionKeeper::passFinished()
{
    if (!m_searching)
        return;
    look();
    m_wantedFile.clear(); // asked for once more; not in the archive if it does not come now
    m_patience.start(patience);
}

void SessionKeeper::openFirst()
{
    if (m_searching && m_wantedArticle == 0 && m_wantedFile.isEmpty())
        m_navigator.goFirst();
}

void SessionKeeper::save(double position)
{
    if (m_library.folder().isEmpty() || !m_navigator.current())
        return;
    ArchiveSession session;
    session.category = m_tree.currentIndex().data(CategoryModel::PathRole).toStringList();
    session.view = m_library.view();
    session.article = m_navigator.current()->head.identity;
    session.position = position;
    session.sort = m_library.sort();
    m_history.save(session);
    m_settings.setSession(m_library.folder(), session);
    m_settings.sync();
}
