#include "photograph.h"
#include "tests/gui/enginetest.h"
#include "tests/gui/testprogram.h"
#include "tests/patience.h"
#include "ui/picturebar.h"
#include "ui/pictureviewer.h"
#include "ui/webpage.h"

#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;

// The window's keys for pictures, with the focus in each of its panes.
class TestWindowPictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_home->path()).mkpath(u"articles"_s));
        QFile file(m_home->filePath(u"articles/a.md"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray stored = twoColours({300, 200}, "PNG").toBase64();
        // The second lies where nothing is ever fetched from: asking for it fails at once.
        file.write(
            "---\ntitle: a\ncategories: [one]\n---\n<p>" + QByteArray("word ").repeated(900) +
            "</p>\n<img alt=\"stored\" src=\"data:image/png;base64," + stored +
            "\">\n<p>Text</p><img width=\"300\" height=\"200\" src=\"http://192.168.1.4/b.png\">\n<p>" +
            QByteArray("word ").repeated(900) + "</p>\n");
        file.close();
        Settings(m_home->filePath(u"settings.ini"_s)).setPictureMode(PictureMode::WhenAsked);
        m_program = std::make_unique<TestProgram>(m_home->path(), NetworkUse::WhenAsked);
        m_program->open(m_home->filePath(u"articles"_s));
        QVERIFY(QTest::qWaitForWindowActive(&m_program->window, patience));
        QTRY_VERIFY_WITH_TIMEOUT(bar()->isVisible(), patience);
    }

    void cleanup() { m_program.reset(); }

    void askedFor_byKey_data() { panes(); }
    void askedFor_byKey()
    {
        focusPane();
        QVERIFY(bar()->findChild<QLabel *>(u"heldBackText"_s)->text().startsWith(u"1 picture"_s));
        TestProgram::press(Qt::Key_I);
        QTRY_VERIFY_WITH_TIMEOUT(!bar()->isVisible(), patience);
        QVERIFY(m_program->settings.pictureCategories().isEmpty());
    }

    void categoryIsAlwaysFetched_byKey_data() { panes(); }
    void categoryIsAlwaysFetched_byKey()
    {
        focusPane();
        QVERIFY(m_program->action(u"actionAlwaysPictures"_s)->isEnabled());
        TestProgram::press(Qt::Key_I, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!bar()->isVisible(), patience);
        QCOMPARE(m_program->settings.pictureCategories(), QList<QStringList>{{u"one"_s}});
        QVERIFY(m_program->action(u"actionAlwaysPictures"_s)->isChecked());
        TestProgram::press(Qt::Key_I, Qt::ShiftModifier); // and no longer
        QVERIFY(m_program->settings.pictureCategories().isEmpty());
        QVERIFY(!m_program->action(u"actionAlwaysPictures"_s)->isChecked());
    }

    // Who wants to be asked is asked, also after a while without pictures or without the network.
    void whenAsked_nothingComesUnasked()
    {
        QSignalSpy answered(&m_program->images.loader(), &ImageLoader::answered);
        const auto comesToAsk = [&] {
            QTRY_VERIFY_WITH_TIMEOUT(!answered.isEmpty() && bar()->isVisible(), patience);
            for (const QList<QVariant> &each : std::as_const(answered))
                QCOMPARE(each.first().value<ImageAnswer>().failure, ImageFailure::NotAsked);
        };
        m_program->action(u"actionNeverFetch"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!answered.isEmpty() && !bar()->isVisible(), patience);
        answered.clear();
        m_program->action(u"actionAskForPictures"_s)->trigger();
        comesToAsk();
        m_program->action(u"actionOffline"_s)->trigger();
        answered.clear();
        m_program->action(u"actionOffline"_s)->trigger();
        comesToAsk();
        answered.clear();
        m_program->action(u"actionPublicArchive"_s)->trigger();
        comesToAsk();
        TestProgram::press(Qt::Key_I);
        QTRY_VERIFY_WITH_TIMEOUT(!bar()->isVisible(), patience);
    }

    void newHostRules_renewTheOpenPage()
    {
        QSignalSpy answered(&m_program->images.loader(), &ImageLoader::answered);
        m_program->action(u"actionPictureServers"_s)->trigger();
        auto *dialog = m_program->find<QDialog>(u"hostRules"_s);
        QVERIFY(dialog);
        dialog->findChild<QPlainTextEdit *>(u"hostRulesText"_s)
            ->setPlainText(u"a.example https://b.example/"_s);
        QCOMPARE(answered.size(), 0);
        dialog->accept();
        QTRY_VERIFY_WITH_TIMEOUT(!answered.isEmpty(), patience);
    }

    void modes_areThreeAndASwitch()
    {
        QSignalSpy answered(&m_program->images.loader(), &ImageLoader::answered);
        const auto failure = [&answered] { return answered.last().first().value<ImageAnswer>().failure; };
        m_program->action(u"actionNeverFetch"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!answered.isEmpty() && failure() == ImageFailure::NotWanted, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!bar()->isVisible(), patience);
        QCOMPARE(m_program->settings.pictureMode(), PictureMode::Never);
        QVERIFY(!m_program->action(u"actionAlwaysPictures"_s)->isEnabled());
        answered.clear();
        TestProgram::press(Qt::Key_I); // says why not, and asks nobody
        QVERIFY(m_program->notices().contains(u"no pictures"_s));
        TestProgram::press(Qt::Key_V);
        QTRY_VERIFY_WITH_TIMEOUT(viewer() && viewer()->isVisible(), patience);
        TestProgram::press(Qt::Key_End);
        QTRY_VERIFY_WITH_TIMEOUT(label(u"reasonText"_s).contains(u"as you chose"_s), patience);
        QVERIFY(!viewer()->findChild<QWidget *>(u"againButton"_s)->isVisible());
        TestProgram::press(Qt::Key_Escape);
        m_program->action(u"actionOffline"_s)->trigger();
        TestProgram::press(Qt::Key_I);
        QVERIFY(m_program->notices().contains(u"switched off"_s));
        m_program->find<NoticeBar>()->findChild<QToolButton *>(u"choice"_s)->click(); // what can be done
        QVERIFY(!m_program->action(u"actionOffline"_s)->isChecked());
        QCOMPARE(m_program->notices(), QString());
        answered.clear();
        m_program->action(u"actionFetchUnasked"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!answered.isEmpty() && failure() == ImageFailure::NotAllowed, patience);
        QCOMPARE(m_program->settings.pictureMode(), PictureMode::Always);
    }

    void viewer_comesAndGoes_data() { panes(); }
    void viewer_comesAndGoes()
    {
        focusPane();
        const QWidget *before = QApplication::focusWidget();
        m_program->pane->scrollToTop(); // from here on the place is the reader's, also while pictures come
        m_program->pane->page()->run(u"document.images[0].scrollIntoView({block: 'center'})"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->pane->scrollPosition() > 0.1, patience);
        const double position = m_program->pane->scrollPosition();
        TestProgram::press(Qt::Key_V);
        QTRY_VERIFY_WITH_TIMEOUT(viewer() && viewer()->isVisible() && label(u"zoomText"_s).contains(u"100"_s),
                                 patience);
        QCOMPARE(label(u"positionText"_s), u"1 of 2"_s);
        QCOMPARE(label(u"captionText"_s), u"stored"_s);
        // The next one waits for the reader's word.
        TestProgram::press(Qt::Key_Space);
        QCOMPARE(label(u"positionText"_s), u"2 of 2"_s);
        QTRY_VERIFY_WITH_TIMEOUT(label(u"reasonText"_s).contains(u"when you ask"_s), patience);
        TestProgram::press(Qt::Key_I);
        QTRY_VERIFY_WITH_TIMEOUT(label(u"reasonText"_s).contains(u"public internet"_s), patience);
        TestProgram::press(Qt::Key_F11);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->window.isFullScreen(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(viewer()->size(), m_program->window.size(), patience);
        TestProgram::press(Qt::Key_F11);
        TestProgram::press(Qt::Key_Escape);
        QVERIFY(!viewer()->isVisible());
        QCOMPARE(QApplication::focusWidget(), before);
        QTRY_VERIFY_WITH_TIMEOUT(qAbs(m_program->pane->scrollPosition() - position) < 0.05, patience);
    }

    void anotherPage_endsTheViewer()
    {
        TestProgram::press(Qt::Key_V);
        QTRY_VERIFY_WITH_TIMEOUT(viewer() && viewer()->isVisible(), patience);
        m_program->pane->clear();
        QVERIFY(!viewer()->isVisible());
    }

private:
    static void panes()
    {
        QTest::addColumn<QString>("pane");
        QTest::newRow("tree") << u"categoryTree"_s;
        QTest::newRow("list") << u"articleList"_s;
        QTest::newRow("article") << QString();
    }

    void focusPane() const
    {
        QFETCH(const QString, pane);
        pane.isEmpty() ? m_program->pane->setFocus() : m_program->find<QWidget>(pane)->setFocus();
    }

    PictureBar *bar() const { return m_program->find<PictureBar>(); }
    PictureViewer *viewer() const { return m_program->find<PictureViewer>(); }
    QString label(const QString &name) const { return viewer()->findChild<QLabel *>(name)->text(); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<TestProgram> m_program;
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestWindowPictures>(argc, argv);
}

#include "tst_windowpictures.moc"
