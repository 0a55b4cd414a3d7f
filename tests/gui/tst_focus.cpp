// Whatever has the focus can be told from what has not, by those who see little as well.

#include "app/page/theme.h"
#include "tests/gui/enginetest.h"
#include "tests/gui/testprogram.h"
#include "ui/appearance.h"
#include "ui/busystatus.h"
#include "ui/preferencesdialog.h"
#include "ui/windowstyle.h"

#include <QAbstractButton>
#include <QListWidget>
#include <QTemporaryDir>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace
{

// But for the page, whose pane shows it with a line above.
bool isStop(const QWidget *widget, const QWidget *window)
{
    const bool isEngines = widget->inherits("QWebEngineView") ||
                           (widget->parentWidget() && widget->parentWidget()->inherits("QWebEngineView"));
    return widget->isVisible() && widget->isEnabled() && widget->window() == window && !isEngines &&
           (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy();
}

// What Tab should stop at.
QList<QWidget *> stopsIn(QWidget *window)
{
    QList<QWidget *> stops = window->findChildren<QWidget *>();
    stops.removeIf([window](const QWidget *widget) { return !isStop(widget, window); });
    return stops;
}

// What it does stop at, once round, from the uppermost on.
QList<QWidget *> tabbedIn(QWidget *window)
{
    const auto height = [window](const QWidget *stop) { return stop->mapTo(window, QPoint()).y(); };
    const QList<QWidget *> all = stopsIn(window);
    const auto top =
        std::min_element(all.cbegin(), all.cend(), [&](const QWidget *one, const QWidget *other) {
            return height(one) < height(other);
        });
    if (top == all.cend())
        return {};
    (*top)->setFocus(Qt::TabFocusReason);
    QList<QWidget *> stops;
    for (QWidget *now = QApplication::focusWidget(); now && !stops.contains(now);
         now = QApplication::focusWidget()) {
        stops << now;
        QTest::keyClick(now, Qt::Key_Tab);
    }
    return stops;
}

QString nameOf(const QWidget *widget)
{
    const QString name = widget->objectName().isEmpty() ? widget->accessibleName() : widget->objectName();
    return u"%1 “%2”"_s.arg(QLatin1StringView(widget->metaObject()->className()), name);
}

// The other choices of a group, and the views above the tree.
bool isReachedByArrows(QWidget *stop)
{
    const auto *choice = qobject_cast<QAbstractButton *>(stop);
    return (choice && choice->autoExclusive()) || stop->objectName() == u"viewList"_s;
}

// Steps of Tab up the window, other than to what stands further right, or from the last stop to the first;
// and what it never comes to.
QStringList faultsOfTabIn(QWidget *window)
{
    QStringList steps;
    QStringList faults;
    const QList<QWidget *> stops = tabbedIn(window);
    const auto place = [window](const QWidget *stop) {
        return QRect(stop->mapTo(window, QPoint()), stop->size());
    };
    for (qsizetype i = 0; i < stops.size(); ++i) {
        const QWidget *from = stops.at(i);
        const QWidget *to = stops.at((i + 1) % stops.size());
        if (place(to).bottom() <= place(from).top() && place(to).left() < place(from).right())
            steps << u"from %1 up to %2 in %3"_s.arg(nameOf(from), nameOf(to), nameOf(window));
    }
    if (steps.size() > 1)
        faults = steps;
    for (QWidget *stop : stopsIn(window)) {
        if (!stops.contains(stop) && !isReachedByArrows(stop))
            faults << u"%1 in %2 is never reached"_s.arg(nameOf(stop), nameOf(window));
    }
    // Those of the tool bar are in the menus as well.
    for (const auto *button : window->findChildren<QAbstractButton *>()) {
        const QWidget *around = button->parentWidget();
        const bool isPart = around->inherits("QToolBar") || around->inherits("QLineEdit");
        if (button->isVisible() && button->focusPolicy() == Qt::NoFocus && !isPart)
            faults << u"%1 in %2 takes no focus"_s.arg(nameOf(button), nameOf(window));
    }
    return faults;
}

QImage picture(QWidget *window, const QRect &place)
{
    QCoreApplication::processEvents();
    return window->grab(place).toImage().convertToFormat(QImage::Format_RGB32);
}

// Pixels that differ so much that the eye sees it.
int changedPixels(const QImage &before, const QImage &after)
{
    constexpr double seen = 1.5; // contrast, of 21
    int changed = 0;
    for (int y = 0; y < after.height(); ++y) {
        for (int x = 0; x < after.width(); ++x)
            changed += contrastRatio(before.pixel(x, y) & 0xffffff, after.pixel(x, y) & 0xffffff) >= seen;
    }
    return changed;
}

}

class TestFocus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        installWindowStyle();
        QApplication::setCursorFlashTime(0); // the cursor alone is not enough
        m_program =
            std::make_unique<TestProgram>(m_home.path(), NetworkUse::Offline, PaneOptions{nullptr, false});
        m_program->open(TestProgram::seeds());
    }

    void cleanupTestCase() { m_program.reset(); }

    void everyStop_isSeen_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::addColumn<Contrast>("contrast");
        QTest::newRow("light") << Theme::Light << Contrast::Usual;
        QTest::newRow("dark") << Theme::Dark << Contrast::Usual;
        QTest::newRow("sepia") << Theme::Sepia << Contrast::Usual;
        QTest::newRow("black on white") << Theme::Light << Contrast::High;
        QTest::newRow("white on black") << Theme::Dark << Contrast::High;
    }

    void everyStop_isSeen()
    {
        QFETCH(const Theme, theme);
        QFETCH(const Contrast, contrast);
        auto *appearance = m_program->find<Appearance>();
        PageStyle style = appearance->style();
        style.theme = theme;
        style.contrast = contrast;
        appearance->setStyle(style);
        QStringList unseen;
        forEachWindow([&unseen](QWidget *window) { unseen += unseenIn(window); });
        unseen.removeDuplicates();
        QCOMPARE(unseen.join(u'\n'), QString());
    }

    void tab_goesAsTheEyeDoes()
    {
        QStringList faults;
        forEachWindow([&faults](QWidget *window) {
            window->activateWindow();
            QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeWindow() == window, TestProgram::longest);
            faults += faultsOfTabIn(window);
        });
        faults.removeDuplicates();
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    // Where a work that ends had the focus, and what had it before is gone as well.
    void workThatEnds_leavesTheFocusToTheList()
    {
        m_program->window.activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(m_program->window.isActiveWindow(), TestProgram::longest);
        auto *work = m_program->find<BusyStatus>();
        work->begin(u"Something is done…"_s, BusyStatus::Stopping::Possible);
        m_program->trigger(u"actionFind"_s);
        TestProgram::focus(m_program->find<QWidget>(u"findText"_s));
        TestProgram::focus(work->findChild<QWidget *>(u"busyStop"_s));
        m_program->find<QWidget>(u"findBar"_s)->hide();
        work->end();
        QTRY_VERIFY_WITH_TIMEOUT(TestProgram::isIn(m_program->list()), TestProgram::longest);
    }

private:
    // As full as it may be: with its bars, and every page.
    void forEachWindow(const std::function<void(QWidget *)> &visit)
    {
        m_program->trigger(u"actionFind"_s);
        m_program->find<NoticeBar>()->put(Notice::Folder, u"The folder is away."_s, u"Look Again"_s);
        Q_EMIT m_program->pane->picturesHeldBack(3, 2);
        for (auto *status : m_program->window.findChildren<BusyStatus *>())
            status->begin(u"Something is done…"_s, BusyStatus::Stopping::Possible);
        visit(&m_program->window);
        m_program->trigger(u"actionPreferences"_s);
        auto *dialog = m_program->find<PreferencesDialog>();
        auto *names = dialog->findChild<QListWidget *>();
        for (int row = 0; row < names->count(); ++row) {
            names->setCurrentRow(row);
            visit(dialog);
        }
        dialog->close();
        for (const QString &opener : {u"actionHistory"_s, u"actionMarkings"_s, u"actionReport"_s,
                                      u"actionKeys"_s, u"actionPictureServers"_s, u"actionAbout"_s}) {
            m_program->trigger(opener);
            QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeWindow() &&
                                         QApplication::activeWindow() != &m_program->window,
                                     TestProgram::longest);
            QWidget *opened = QApplication::activeWindow();
            // The report takes the focus to its lines when it is there.
            const auto *progress = opened->findChild<QWidget *>(u"reportProgressRow"_s);
            QTRY_VERIFY_WITH_TIMEOUT(!progress || progress->isHidden(), TestProgram::longest);
            visit(opened);
            opened->close();
            m_program->window.activateWindow();
            QTRY_VERIFY_WITH_TIMEOUT(m_program->window.isActiveWindow(), TestProgram::longest);
        }
    }

    static QStringList unseenIn(QWidget *window)
    {
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window, TestProgram::longest))
            return {u"no active window"_s};
        QStringList unseen;
        const QList<QWidget *> stops = stopsIn(window);
        for (qsizetype i = 0; i < stops.size() && stops.size() > 1; ++i) {
            QWidget *stop = stops.at(i);
            stops.at((i + 1) % stops.size())->setFocus(Qt::TabFocusReason);
            constexpr int around = 4; // pixels
            // The article's pane has its sign above it.
            const bool isArticle = stop->objectName() == u"articleText"_s;
            const QWidget *shown = isArticle ? window->findChild<QWidget *>(u"articleSide"_s) : stop;
            const QRect place = QRect(shown->mapTo(window, QPoint()), shown->size())
                                    .adjusted(-around, -around, around, around)
                                    .intersected(window->rect());
            const QImage before = picture(window, place);
            stop->setFocus(Qt::TabFocusReason);
            const int changed = changedPixels(before, picture(window, place));
            constexpr int least = 30;
            if (!stop->isEnabled() || !stop->isVisible())
                continue; // what a list has brought may have put a button away meanwhile
            if (!TestProgram::isIn(stop))
                unseen << u"“%1” in %2 takes no focus"_s.arg(
                    stop->objectName(), QLatin1StringView(window->metaObject()->className()));
            else if (changed < least)
                unseen << u"%1 “%2” in %3: %4"_s.arg(
                    QLatin1StringView(stop->metaObject()->className()), stop->objectName(),
                    QLatin1StringView(window->metaObject()->className()), QString::number(changed));
        }
        return unseen;
    }

    QTemporaryDir m_home;
    std::unique_ptr<TestProgram> m_program;
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestFocus>(argc, argv, [](QApplication &) {
        QApplication::setStyle(u"fusion"_s); // whatever the desktop's own is
    });
}

#include "tst_focus.moc"
