#include "tests/gui/enginetest.h"
#include "tests/gui/testprogram.h"
#include "ui/appearance.h"
#include "ui/fontchooser.h"
#include "ui/fontpreview.h"
#include "ui/marksharing.h"
#include "ui/pictureexport.h"
#include "ui/preferencesdialog.h"
#include "ui/systemlook.h"

#include <QCheckBox>
#include <QComboBox>
#ifdef LECTERN_DBUS
#include <QDBusVariant>
#endif
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStringListModel>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace
{

// One choice, and how often its text was wanted.
class CountingModel final : public QStringListModel
{
public:
    CountingModel()
        : QStringListModel({u"Sepia"_s})
    {
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        asked += role == Qt::DisplayRole ? 1 : 0;
        return QStringListModel::data(index, role);
    }

    mutable int asked = 0;
};

}

constexpr int patience = 20'000; // milliseconds; a deadline, never a wait: the machine may be busy

class TestPreferences final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_program = std::make_unique<TestProgram>(m_home->path());
        action(u"actionPreferences"_s)->trigger();
        m_dialog = m_program->find<PreferencesDialog>();
        QVERIFY(m_dialog);
    }
    void cleanup() { m_program.reset(); }

    void switch_isTheMenus()
    {
        QCheckBox *box = nullptr;
        for (QCheckBox *one : m_dialog->findChildren<QCheckBox *>()) {
            if (one->text() == u"Hide What Is Read"_s)
                box = one;
        }
        QVERIFY(box && !box->isChecked());
        box->click();
        QVERIFY(action(u"actionHideRead"_s)->isChecked());
        QVERIFY(m_program->settings.isReadHidden());
        action(u"actionHideRead"_s)->trigger();
        QVERIFY(!box->isChecked());
    }

    void numbers_areAppliedAtOnce()
    {
        QList<QSpinBox *> spins;
        for (const QString &name : {u"textSize"_s, u"columnWidth"_s, u"lineHeight"_s, u"pictureLimit"_s})
            spins << m_dialog->findChild<QSpinBox *>(name);
        spins[0]->setValue(24);
        spins[1]->setValue(120);
        spins[2]->setValue(90);
        spins[3]->setValue(512);
        QCOMPARE(m_program->settings.pageStyle().textSize, 24);
        QCOMPARE(m_program->settings.pageStyle().columnWidth, 120);
        QCOMPARE(m_program->settings.pageStyle().lineHeight, 90);
        QCOMPARE(m_program->settings.pictureLimit(), qint64(512) << 20);
        action(u"actionTextReset"_s)->trigger(); // by the menu, meanwhile
        QCOMPARE(spins[0]->value(), PageStyle().textSize);
        QCOMPARE(m_program->settings.pageStyle().columnWidth, 120);
    }

    // Of a number that is typed, the beginning is a small one, for which pictures would go.
    void limit_isTakenAsAWhole()
    {
        auto *limit = m_dialog->findChild<QSpinBox *>(u"pictureLimit"_s);
        const qint64 before = m_program->settings.pictureLimit();
        limit->selectAll();
        QTest::keyClicks(limit, u"4096"_s);
        QCOMPARE(m_program->settings.pictureLimit(), before);
        QTest::keyClick(limit, Qt::Key_Return);
        QCOMPARE(m_program->settings.pictureLimit(), qint64(4096) << 20);
    }

    void wheel_turnsThePage()
    {
        auto *size = m_dialog->findChild<QSpinBox *>(u"textSize"_s);
        const int before = size->value();
        size->clearFocus();
        QWheelEvent turn(QPointF(5, 5), size->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120), Qt::NoButton,
                         Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(size, &turn);
        QCOMPARE(size->value(), before);
        QVERIFY(!turn.isAccepted());
    }

    // Whichever way it comes there.
    void field_isSeenWhileItHasTheFocus()
    {
        auto *field = m_dialog->findChild<QLineEdit *>(u"shortcutSearch"_s);
        QScrollBar *bar = lowPageOf(*field);
        TestProgram::focus(m_dialog->findChild<QListWidget *>());
        QTRY_VERIFY_WITH_TIMEOUT(bar->maximum() > field->height(), patience);
        bar->setValue(bar->maximum());
        TestProgram::focus(field);
        QVERIFY(isWhollySeen(*field));
    }

    // The press gives it the focus before it gets it: a page that moves then takes the box from the release.
    void boxThatIsCutOff_takesTheClick()
    {
        const auto *box = m_dialog->findChild<QCheckBox *>(u"indentedParagraphs"_s);
        QScrollBar *bar = lowPageOf(*box);
        TestProgram::focus(m_dialog->findChild<QListWidget *>());
        const QWidget *view = areaOf(*box)->viewport();
        QTRY_VERIFY_WITH_TIMEOUT(view->height() < 300 && bar->maximum() > box->height(), patience);
        const int middle = box->mapTo(view, box->rect().center()).y() + bar->value();
        bar->setValue(middle - view->height());
        QVERIFY(box->isVisible() && !isWhollySeen(*box));
        const int place = bar->value();
        QTest::mouseClick(m_dialog->windowHandle(), Qt::LeftButton, {},
                          box->mapTo(m_dialog, QPoint(box->height() / 2, 2)));
        QCOMPARE(QApplication::focusWidget(), box);
        QCOMPARE(bar->value(), place);
        QVERIFY(box->isChecked());
    }

    // Who has scrolled on meanwhile, and looks up something in the window behind.
    void windowThatComesBack_leavesThePageWhereItIs()
    {
        auto *field = m_dialog->findChild<QLineEdit *>(u"shortcutSearch"_s);
        QScrollBar *bar = lowPageOf(*field);
        TestProgram::focus(field);
        QTRY_VERIFY_WITH_TIMEOUT(bar->maximum() > field->height(), patience);
        bar->setValue(bar->maximum());
        m_program->window.activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(m_program->window.isActiveWindow(), patience);
        m_dialog->activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(field->hasFocus(), patience);
        QCOMPARE(bar->value(), bar->maximum());
    }

    // At the foot of a page that had room for all but that.
    void whatWasDoneToAll_isSeen()
    {
        const auto *said = m_dialog->findChild<QLabel *>(u"shortcutState"_s);
        QScrollBar *bar = lowPageOf(*said);
        QTRY_VERIFY_WITH_TIMEOUT(bar->maximum() > 0, patience);
        bar->setValue(0);
        m_dialog->findChild<QPushButton *>(u"shortcutResetAll"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(isWhollySeen(*said), patience);
        QTRY_VERIFY_WITH_TIMEOUT(isWhollySeen(*m_dialog->findChild<QWidget *>(u"shortcutTakeBack"_s)),
                                 patience);
    }

    void fonts_areAppliedAtOnce()
    {
        auto choosers = m_dialog->findChildren<FontChooser *>();
        QCOMPARE(choosers.size(), 2);
        QVERIFY(choosers[0]->count() > 1);
        choosers[0]->setCurrentIndex(1);
        Q_EMIT choosers[0]->activated(1);
        const QString family = choosers[0]->itemText(1);
        QCOMPARE(m_program->settings.pageStyle().latinFont, family);
        QCOMPARE(m_dialog->findChild<FontPreview *>()->font().families().first(), family);
        Q_EMIT choosers[0]->activated(0);
        QCOMPARE(m_program->settings.pageStyle().latinFont, QString());
        choosers[1]->setFamily(u"A font that is gone"_s);
        QVERIFY(choosers[1]->currentText().startsWith(u"A font that is gone"_s));
    }

    void paragraphs_areAppliedAtOnce()
    {
        m_dialog->findChild<QCheckBox *>(u"indentedParagraphs"_s)->click();
        QCOMPARE(m_program->settings.pageStyle().paragraphs, ParagraphStyle::Indented);
    }

    void motion_isAppliedAtOnce()
    {
        m_dialog->findChild<QCheckBox *>(u"stillPictures"_s)->click();
        QCOMPARE(m_program->settings.pageStyle().motion, PictureMotion::Still);
    }

#ifdef LECTERN_DBUS
    // Also while the page is open, and without changing what was chosen.
    void stillness_isTheDesktopsWhileItWantsIt()
    {
        const auto *box = m_dialog->findChild<QCheckBox *>(u"stillPictures"_s);
        const auto *appearance = m_program->find<Appearance>();
        QSignalSpy changed(appearance, &Appearance::changed);
        QVERIFY(box->isEnabled() && !box->isChecked());
        tellReducedMotion(1);
        QVERIFY(!box->isEnabled() && box->isChecked());
        QCOMPARE(appearance->shownStyle().motion, PictureMotion::Still);
        QCOMPARE(changed.size(), 1); // the page is told
        QCOMPARE(m_program->settings.pageStyle().motion, PictureMotion::Playing);
        tellReducedMotion(0);
        QVERIFY(box->isEnabled() && !box->isChecked());
        QCOMPARE(appearance->shownStyle().motion, PictureMotion::Playing);
    }
#endif

    // The desktop of this test is light, as far as it says anything.
    void theme_followsTheSystemUntilOneIsChosen()
    {
        QVERIFY(action(u"actionThemeSystem"_s)->isChecked());
        action(u"actionThemeDark"_s)->trigger();
        QVERIFY(!m_program->settings.followsSystem() && !action(u"actionThemeSystem"_s)->isChecked());
        QCOMPARE(m_program->settings.pageStyle().theme, Theme::Dark);
        action(u"actionThemeSystem"_s)->trigger();
        QVERIFY(m_program->settings.followsSystem() && action(u"actionThemeSystem"_s)->isChecked());
        QCOMPARE(m_program->settings.pageStyle().theme, Theme::Light);
        action(u"actionNextTheme"_s)->trigger();
        QVERIFY(!m_program->settings.followsSystem());
        QVERIFY(action(u"actionThemeDark"_s)->isChecked());
    }

    void history_isForgottenWhenAskedTo()
    {
        m_program->settings.addRecentFolder(u"/a"_s);
        m_program->settings.setSession(u"/a"_s, {{u"x"_s}, {}, 0.5, {}});
        m_dialog->findChild<QPushButton *>(u"forgetHistory"_s)->click();
        QCOMPARE(m_program->settings.recentFolders(), QStringList());
        QCOMPARE(m_program->settings.session(u"/a"_s).category, QStringList());
    }

    void search_leavesThePagesThatHaveIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("pages");
        QTest::newRow("nothing") << QString() << 6;
        QTest::newRow("label") << u"line height"_s << 1;
        QTest::newRow("choice, and its command") << u"sepia"_s << 2;
        QTest::newRow("command") << u"page down"_s << 1;
        QTest::newRow("preset") << u"newsboat"_s << 1;
        QTest::newRow("none") << u"zzz"_s << 0;
    }

    void search_leavesThePagesThatHaveIt()
    {
        QFETCH(QString, text);
        m_dialog->findChild<QLineEdit *>()->setText(text);
        const auto *names = m_dialog->findChild<QListWidget *>();
        int shown = 0;
        for (int row = 0; row < names->count(); ++row)
            shown += names->item(row)->isHidden() ? 0 : 1;
        QTEST(shown, "pages");
        if (shown > 0)
            QVERIFY(!names->currentItem()->isHidden());
    }

    // By initials and in full, as in the palette.
    void search_findsChineseByItsReading()
    {
        PreferencesDialog dialog(nullptr);
        dialog.addPage(u"外观"_s, new QLabel(u"行高："_s));
        dialog.addPage(u"隐私"_s, new QLabel(u"网络"_s));
        const auto *names = dialog.findChild<QListWidget *>();
        const auto shown = [names] {
            return QPair(!names->item(0)->isHidden(), !names->item(1)->isHidden());
        };
        auto *search = dialog.findChild<QLineEdit *>();
        search->setText(u"hg"_s);
        QTRY_COMPARE_WITH_TIMEOUT(shown(), QPair(true, false), patience);
        search->setText(u"yinsi"_s);
        QCOMPARE(shown(), QPair(false, true));
        search->setText(u"隐"_s);
        QCOMPARE(shown(), QPair(false, true));
        search->setText(u"gh"_s);
        QCOMPARE(shown(), QPair(false, false));
    }

    // Also where they turn out to have none, as in English.
    void readings_areLookedUpOnce()
    {
        CountingModel texts;
        PreferencesDialog dialog(nullptr);
        auto *choices = new QComboBox;
        choices->setModel(&texts);
        dialog.addPage(u"Appearance"_s, choices);
        const auto askedFor = [&dialog, &texts](const QString &wanted) {
            texts.asked = 0;
            dialog.findChild<QLineEdit *>()->setText(wanted);
            const int asked = texts.asked;
            QThreadPool::globalInstance()->waitForDone();
            QCoreApplication::processEvents();
            return asked;
        };
        QVERIFY(askedFor(u"z"_s) > 1);
        QCOMPARE(askedFor(u"zz"_s), 1); // to look for it
    }

    void search_choosesTheCommand()
    {
        m_dialog->findChild<QLineEdit *>()->setText(u"page down"_s);
        const auto *commands = m_dialog->findChild<QTreeWidget *>();
        QCOMPARE(commands->currentItem()->text(0), u"Page Down"_s);
        QVERIFY(commands->isVisible());
    }

    // The window, which says it as well, lies behind.
    void copying_saysHowItGoes()
    {
        const auto *news = m_dialog->findChild<QLabel *>(u"pictureStoreNews"_s);
        QVERIFY(news->isHidden());
        m_program->find<PictureExport>()->start(m_home->filePath(u"copied"_s));
        QVERIFY(!news->isHidden() && news->text().contains(u"copied"_s));
        QTRY_COMPARE_WITH_TIMEOUT(news->text(), u"No picture is stored yet."_s, patience);
        Q_EMIT m_program->find<PictureExport>()->failed(u"They cannot be copied."_s);
        QCOMPARE(news->text(), u"They cannot be copied."_s);
    }

    void storeBeyondItsLimit_saysWhy()
    {
        const auto *reason = m_dialog->findChild<QLabel *>(u"pictureStoreBeyond"_s);
        const qint64 limit = m_program->settings.pictureLimit();
        ImageLoader &loader = m_program->images.loader();
        Q_EMIT loader.storeSize(limit + 1, 1, true);
        QVERIFY(!reason->isHidden());
        Q_EMIT loader.storeSize(limit + 1, 1, false); // while they go
        QVERIFY(reason->isHidden());
        Q_EMIT loader.storeSize(limit, 1, true);
        QVERIFY(reason->isHidden());
    }

    void sharing_saysHowItGoes()
    {
        auto *sharing = m_program->find<MarkSharing>();
        auto *notices = m_program->find<NoticeBar>();
        const QString away = m_home->filePath(u"away"_s);
        sharing->share(away);
        QTRY_VERIFY_WITH_TIMEOUT(sharing->stateText().contains(QDir::toNativeSeparators(away)), patience);
        QVERIFY(notices->sentences().contains(sharing->stateText()));
        QCOMPARE(m_program->settings.marksFolder(), away);
        sharing->share(m_home->path());
        QTRY_VERIFY_WITH_TIMEOUT(sharing->stateText().contains(u"0 other"_s), patience);
        QVERIFY(notices->sentences().isEmpty());
        sharing->share({});
        QCOMPARE(sharing->stateText(), QString());
    }

private:
    static QScrollArea *areaOf(const QWidget &part)
    {
        QWidget *around = part.parentWidget();
        while (around && !qobject_cast<QScrollArea *>(around))
            around = around->parentWidget();
        return qobject_cast<QScrollArea *>(around);
    }

    // In a dialog that is too low for its page, which is chosen.
    QScrollBar *lowPageOf(const QWidget &part) const
    {
        QScrollArea *area = areaOf(part);
        m_dialog->findChild<QListWidget *>()->setCurrentRow(
            m_dialog->findChild<QStackedWidget *>()->indexOf(area));
        m_dialog->resize(m_dialog->width(), 300);
        return area->verticalScrollBar();
    }

    static bool isWhollySeen(const QWidget &part)
    {
        const QWidget *view = areaOf(part)->viewport();
        return part.isVisible() && view->rect().contains(QRect(part.mapTo(view, QPoint(0, 0)), part.size()));
    }

#ifdef LECTERN_DBUS
    // As its settings portal says it.
    void tellReducedMotion(uint value)
    {
        QVERIFY(QMetaObject::invokeMethod(
            m_program->find<SystemLook>(), "settingChanged", Q_ARG(QString, u"org.freedesktop.appearance"_s),
            Q_ARG(QString, u"reduced-motion"_s), Q_ARG(QDBusVariant, QDBusVariant(value))));
    }
#endif

    QAction *action(const QString &name) const
    {
        return m_program->action(name);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<TestProgram> m_program;
    PreferencesDialog *m_dialog = nullptr;
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestPreferences>(argc, argv);
}
#include "tst_preferences.moc"
