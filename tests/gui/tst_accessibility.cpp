#include "tests/gui/enginetest.h"
#include "tests/gui/fetcharchive.h"
#include "tests/gui/hearing.h"
#include "tests/gui/testprogram.h"
#include "tests/patience.h"
#include "ui/announcement.h"
#include "ui/busystatus.h"
#include "ui/commandpalette.h"
#include "ui/focusspeech.h"
#include "ui/language.h"
#include "ui/pictureviewer.h"
#include "ui/preferencesdialog.h"
#include "ui/viewlist.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace
{

void verifyNone(const QStringList &faults)
{
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

// The row as a screen reader is told of it.
QString spoken(QAbstractItemView *view, const QModelIndex &index)
{
    const QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(view);
    if (!whole)
        return {};
    for (int i = 0; i < whole->childCount(); ++i) {
        const QAccessibleInterface *row = whole->child(i);
        if (row && row->rect().isValid() &&
            row->rect().contains(view->viewport()->mapToGlobal(view->visualRect(index).center())))
            return row->text(QAccessible::Name);
    }
    return {};
}

// Whether somewhere inside something has that role and that name.
bool holds(const QAccessibleInterface *whole, QAccessible::Role role, const QString &name)
{
    if (!whole || (whole->role() == role && whole->text(QAccessible::Name) == name))
        return whole;
    for (int i = 0; i < whole->childCount(); ++i) {
        if (holds(whole->child(i), role, name))
            return true;
    }
    return false;
}

}

class TestAccessibility final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QAccessible::setActive(true);
        QVERIFY(writeFetchArchive(m_home, 1)); // with one picture that is stored
        m_program = std::make_unique<TestProgram>(m_home.path());
        m_program->settings.setReadWhen(ReadWhen::ByKeyOnly);
    }

    void cleanupTestCase() { m_program.reset(); }

    void startPage_isNamed() { verifyNone(Hearing::faultsIn(&m_program->window)); }

    void labelWhoseNameHidesItsText_isAFault()
    {
        QLabel label(u"3 of 12"_s);
        label.show();
        verifyNone(Hearing::faultsIn(&label));
        label.setAccessibleName(u"Number of places found"_s);
        QCOMPARE(Hearing::faultsIn(&label).size(), 1);
    }

    void window_isNamed()
    {
        m_program->open(TestProgram::seeds());
        QVERIFY(list()->model()->rowCount() > 30);
        m_program->trigger(u"actionFind"_s);
        const QList<BusyStatus *> busy = m_program->window.findChildren<BusyStatus *>();
        QSet<QString> names;
        for (const BusyStatus *status : busy)
            names << status->objectName();
        QVERIFY(busy.size() == 3 && names.size() == busy.size());
        for (BusyStatus *status : busy)
            status->begin(u"Something is done…"_s, BusyStatus::Stopping::Possible);
        verifyNone(Hearing::faultsIn(&m_program->window));
        for (BusyStatus *status : busy)
            status->end();
    }

    void articleRows_sayWhatIsDrawn()
    {
        const QModelIndex row = list()->model()->index(0, 0);
        QTRY_VERIFY_WITH_TIMEOUT(row.data(ArticleModel::LoadedRole).toBool(), patience);
        const QString title = row.data(ArticleModel::TitleRole).toString().simplified();
        const QString author = row.data(ArticleModel::AuthorRole).toString().simplified();
        const QString date = QLocale().toString(
            row.data(ArticleModel::DateRole).toDateTime().toLocalTime().date(), QLocale::LongFormat);
        QStringList parts{u"unread"_s, title, author, date};
        parts.removeAll(QString());
        QCOMPARE(spoken(list(), row), parts.join(u", "_s));
        const QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(list())->child(0);
        QCOMPARE(heard->role(), QAccessible::ListItem);
        QCOMPARE(heard->text(QAccessible::Description),
                 u"旅行 › 山脊线 › 长文 › 徒步"_s); // where it is filed
    }

    void treeAndViews_sayTheirCounts()
    {
        auto *tree = m_program->find<CategoryTree>();
        QTRY_VERIFY_WITH_TIMEOUT(spoken(tree, tree->model()->index(0, 0)).endsWith(u" unread"_s), patience);
        auto *views = m_program->find<ViewList>();
        QTRY_VERIFY_WITH_TIMEOUT(spoken(views, views->model()->index(0, 0)).startsWith(u"Unread, "_s),
                                 patience);
        QVERIFY(spoken(views, views->model()->index(0, 0)).contains(QRegularExpression(u"[1-9]"_s)));
    }

    // What the engine says of its page comes a moment after the page.
    void article_canBeRead()
    {
        QAccessible::setActive(true); // heard by the engine, which was not there at first
        const QString title = list()->currentIndex().data(ArticleModel::TitleRole).toString();
        QTRY_VERIFY_WITH_TIMEOUT(
            holds(QAccessible::queryAccessibleInterface(m_program->pane->currentWidget()),
                  QAccessible::Heading, title),
            patience);
    }

    // Where a view gets the focus.
    void currentRow_isTold()
    {
        const QList<QAbstractItemView *> views{list(), m_program->tree(), m_program->find<ViewList>()};
        for (QAbstractItemView *view : views) {
            if (!view->currentIndex().isValid())
                view->setCurrentIndex(view->model()->index(0, 0));
            const QAccessibleInterface *row = FocusSpeech::of(view);
            QVERIFY(row);
            QCOMPARE(row->text(QAccessible::Name), view->currentIndex().data(Qt::AccessibleTextRole));
        }
        m_program->window.activateWindow();
        m_program->pane->setFocus();
        QAccessibleInterface *page = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((page = FocusSpeech::of(QApplication::focusWidget())), patience);
        QCOMPARE(page->role(), QAccessible::WebDocument);
        QVERIFY(!FocusSpeech::of(m_program->pane) && !FocusSpeech::of(nullptr));
    }

    // Every row of a list of any length is there for the asking.
    void rows_areFoundByTheirPlace()
    {
        const QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(list());
        QVERIFY(whole);
        const int last = list()->model()->rowCount() - 1;
        QCOMPARE(whole->childCount(), last + 1);
        for (const int row : {0, 3, last}) {
            QVERIFY(whole->child(row));
            QCOMPARE(whole->child(row)->text(QAccessible::Name),
                     list()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
        }
    }

    void menus_areNamed()
    {
        QStringList faults;
        for (QMenu *menu : m_program->window.menuBar()->findChildren<QMenu *>()) {
            menu->popup({});
            faults += Hearing::faultsIn(menu);
            menu->close();
        }
        verifyNone(faults);
    }

    // Wherever the focus is.
    void sentences_areNotifications()
    {
        announce(m_program->pane, u"Done."_s);
        auto *heard = m_program->window.findChild<QWidget *>(u"announcement"_s, Qt::FindDirectChildrenOnly);
        const QAccessibleInterface *notification = QAccessible::queryAccessibleInterface(heard);
        QVERIFY(notification && !heard->isVisible());
        QCOMPARE(notification->role(), QAccessible::Notification);
        QCOMPARE(notification->text(QAccessible::Name), u"Done."_s);
    }

    void panels_areNamed()
    {
        auto *pane = m_program->pane;
        m_program->trigger(u"actionPalette"_s);
        verifyNone(Hearing::faultsIn(m_program->find<CommandPalette>()));
        Q_EMIT pane->picturesChosen({ViewedPicture(), ViewedPicture()}, 0);
        auto *viewer = m_program->find<PictureViewer>();
        QVERIFY(viewer && viewer->isVisible());
        verifyNone(Hearing::faultsIn(viewer));
        viewer->leave();
        Q_EMIT pane->picturesHeldBack(3, 2);
        auto *notices = m_program->find<NoticeBar>();
        notices->put(Notice::Folder, u"The folder is away."_s, u"Look Again"_s);
        verifyNone(Hearing::faultsIn(&m_program->window));
        notices->settle(Notice::Folder);
        Q_EMIT pane->picturesHeldBack(0, 0);
    }

    void preferences_areNamed()
    {
        m_program->trigger(u"actionPreferences"_s);
        auto *dialog = m_program->find<PreferencesDialog>();
        auto *names = dialog->findChild<QListWidget *>();
        QStringList faults;
        for (int row = 0; row < names->count(); ++row) {
            names->setCurrentRow(row);
            faults += Hearing::faultsIn(dialog);
        }
        dialog->close();
        faults.removeDuplicates();
        verifyNone(faults);
    }

    void dialogs_areNamed_data()
    {
        QTest::addColumn<QString>("action");
        for (const char16_t *action : {u"actionReport", u"actionHistory", u"actionMarkings", u"actionKeys",
                                       u"actionAbout", u"actionPictureServers", u"actionClearPictures"})
            QTest::newRow(qPrintable(QString::fromUtf16(action))) << QString::fromUtf16(action);
    }

    void dialogs_areNamed()
    {
        QFETCH(const QString, action);
        verifyNone(faultsOfDialog(*m_program->action(action)));
    }

    // With the progress in the status bar before it.
    void fetchReport_isNamed()
    {
        const QTemporaryDir home;
        QVERIFY(writeFetchArchive(home, 3));
        TestProgram program(home.path(), NetworkUse::Allowed, PaneOptions{nullptr, false});
        program.open(fetchArchive(home));
        program.trigger(u"actionFetchList"_s);
        verifyNone(Hearing::faultsIn(&program.window));
        QTRY_VERIFY_WITH_TIMEOUT(program.action(u"actionFetchReport"_s)->isEnabled(), patience);
        verifyNone(Hearing::faultsIn(&program.window));
        verifyNone(faultsOfDialog(*program.action(u"actionFetchReport"_s)));
    }

private:
    // They come when the event loop runs, some after an answer of the store.
    QStringList faultsOfDialog(QAction &action)
    {
        QStringList faults;
        QTimer looking;
        connect(&looking, &QTimer::timeout, this, [&] {
            for (QWidget *top : QApplication::topLevelWidgets()) {
                auto *dialog = qobject_cast<QDialog *>(top);
                if (!dialog || !dialog->isVisible())
                    continue;
                faults = Hearing::faultsIn(dialog);
                dialog->close();
                looking.stop();
            }
        });
        looking.start(20);
        action.trigger();
        const bool isOver = QTest::qWaitFor([&looking] { return !looking.isActive(); }, patience);
        return isOver ? faults : QStringList(u"no dialog came"_s);
    }

    ArticleList *list() const { return m_program->list(); }

    QTemporaryDir m_home;
    std::unique_ptr<TestProgram> m_program;
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestAccessibility>(argc, argv,
                                            [](QApplication &application) { installLanguage(application); });
}

#include "tst_accessibility.moc"
