#include "ui/picturefetching.h"

#include "app/library/library.h"
#include "app/library/startnotes.h"
#include "app/page/articlepictures.h"
#include "ui/articlelist.h"
#include "ui/fetchreport.h"
#include "ui/fetchstatus.h"
#include "ui/imagethread.h"
#include "ui/pageloader.h"
#include "ui/picturemodes.h"
#include "ui/question.h"

#include <QAction>
#include <QDialog>
#include <QItemSelectionModel>

#include <utility>

using namespace Qt::StringLiterals;

constexpr int articlesWithoutQuestion = 200;

PictureCollector::Article picturesOf(const ArticleHead &head, const QByteArray &root, const StartNotes *notes)
{
    const QByteArray name = noteName(root, head);
    if (notes && notes->wasLeft(name))
        return [] { return PictureCollector::Pictures(); };
    return [root, path = head.path, owner = static_cast<quint64>(head.identity), notes, name] {
        const MakingNote note(notes, name);
        return PictureCollector::Pictures{articlePictures(root, path), owner};
    };
}

PictureFetching::PictureFetching(const Actions &actions, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_parts(parts)
{
    connectActions();
    PictureCollector &collector = parts.images.collector();
    connect(&collector, &PictureCollector::articlesWanted, this, &PictureFetching::requestNext);
    connect(&collector, &PictureCollector::progressed, this, [this](const CollectTally &tally) {
        if (m_isRunning)
            m_parts.status.showProgress(tally);
    });
    connect(&collector, &PictureCollector::ended, this, &PictureFetching::end);
    connect(&parts.library, &Library::articlesKnown, this, &PictureFetching::giveArticles);
    // The numbers of its articles mean nothing in another archive.
    connect(&parts.library, &Library::archiveLeft, this, &PictureFetching::leaveArchive);
    setRunning(false);
}

void PictureFetching::connectActions()
{
    PictureCollector *collector = &m_parts.images.collector();
    connect(m_actions.list, &QAction::triggered, this, &PictureFetching::fetchList);
    connect(m_actions.selection, &QAction::triggered, this, [this] {
        QList<ArticleId> articles;
        for (const QItemSelectionRange &range : m_parts.list.selectionModel()->selection())
            articles << m_parts.library.articles()->idsBetween(range.top(), range.bottom());
        fetch(articles);
    });
    connect(m_actions.pause, &QAction::toggled, collector,
            [collector](bool paused) { paused ? collector->pause() : collector->resume(); });
    connect(m_actions.stop, &QAction::triggered, collector, &PictureCollector::stop);
    connect(m_actions.report, &QAction::triggered, this, &PictureFetching::showReport);
}

void PictureFetching::updateActions()
{
    const bool hasList = m_parts.library.articles()->rowCount() > 0;
    m_actions.list->setEnabled(hasList && !m_isRunning);
    m_actions.selection->setEnabled(hasList && !m_isRunning && m_parts.list.selectionModel()->hasSelection());
    m_actions.pause->setEnabled(m_isRunning);
    m_actions.stop->setEnabled(m_isRunning);
    m_actions.report->setEnabled(!m_isRunning && m_tally.failed() > 0);
}

void PictureFetching::fetchList()
{
    const ArticleModel *model = m_parts.library.articles();
    const int rows = model->rowCount();
    const QList<ArticleId> articles =
        model->idsBetween(0, rows - 1); // another list may be open at the answer
    if (rows > articlesWithoutQuestion && m_parts.modes.mayFetch()) {
        const Question question{
            tr("Fetch Pictures"), tr("Fetch the pictures of %Ln article(s)?", nullptr, rows),
            tr("You can read meanwhile, pause it and stop it."), tr("&Fetch"), Question::Default::Do};
        m_question = ask(m_parts.list.window(), question);
        connect(m_question, &QDialog::accepted, this, [this, articles] { fetch(articles); });
        return;
    }
    fetch(articles);
}

bool PictureFetching::mayBegin()
{
    return m_parts.modes.mayFetchOrSaysWhy() && !m_isRunning;
}

void PictureFetching::fetch(const QList<ArticleId> &articles)
{
    if (articles.isEmpty() || !mayBegin())
        return;
    m_articles = articles;
    m_next = 0;
    m_root = m_parts.library.root();
    setRunning(true);
    const auto count = static_cast<int>(articles.size());
    PictureCollector *collector = &m_parts.images.collector();
    QMetaObject::invokeMethod(collector, [collector, count] { collector->begin(ImageUse::Collect, count); });
}

void PictureFetching::fetchAgain()
{
    if (!mayBegin())
        return;
    setRunning(true);
    QMetaObject::invokeMethod(&m_parts.images.collector(), &PictureCollector::beginAgain);
}

void PictureFetching::setRunning(bool running)
{
    m_isRunning = running;
    m_isWaiting = false;
    m_actions.pause->setChecked(false);
    updateActions();
}

void PictureFetching::requestNext()
{
    if (!m_isRunning)
        return;
    const QList<ArticleId> next = m_articles.mid(m_next, PictureCollector::articlesAtOnce);
    m_next += next.size();
    m_isWaiting = true;
    if (next.isEmpty())
        giveArticles({});
    else
        m_parts.library.requestArticles(next);
}

void PictureFetching::giveArticles(const QList<ArticleRow> &articles)
{
    if (!std::exchange(m_isWaiting, false))
        return;
    if (articles.isEmpty() && m_next < m_articles.size()) {
        requestNext(); // all of these have gone meanwhile
        return;
    }
    QList<PictureCollector::Article> pictures;
    for (const ArticleRow &article : articles)
        pictures << picturesOf(article.head, m_root, m_parts.notes);
    PictureCollector *collector = &m_parts.images.collector();
    QMetaObject::invokeMethod(collector, [collector, pictures] { collector->add(pictures); });
}

void PictureFetching::end(const CollectTally &tally, CollectEnd end)
{
    m_tally = tally;
    m_end = end;
    m_articles.clear();
    setRunning(false);
    m_parts.status.showResult(tally, end);
}

void PictureFetching::leaveArchive()
{
    if (m_question)
        m_question->reject();
    if (m_isRunning)
        return m_actions.stop->trigger();
    m_tally = {};
    m_parts.status.hide();
    updateActions();
}

void PictureFetching::showReport()
{
    if (!m_report) {
        m_report = new FetchReport(m_parts.list.window());
        connect(m_report, &FetchReport::againWanted, this, &PictureFetching::fetchAgain);
    }
    m_report->showTally(m_tally, m_end);
    m_report->show();
    m_report->activateWindow();
}
