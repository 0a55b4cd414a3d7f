#include "app/library/library.h"
#include "app/library/settings.h"
#include "photograph.h"
#include "ui/enginesetup.h"
#include "ui/imagethread.h"
#include "ui/mainwindow.h"
#include "ui/picturebar.h"
#include "ui/pictureviewer.h"
#include "ui/webpage.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

constexpr int patience = 20'000; // milliseconds; a deadline, never a wait: the machine may be busy

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
        m_settings = std::make_unique<Settings>(m_home->filePath(u"settings.ini"_s));
        m_settings->setAsksForPictures(true);
        m_images = std::make_unique<ImageThread>(m_home->filePath(u"pictures"_s), NetworkUse::WhenAsked);
        m_library = std::make_unique<Library>(
            LibraryPaths{m_home->filePath(u"data"_s), m_home->filePath(u"cache"_s)});
        m_window = std::make_unique<MainWindow>(*m_library, *m_settings, *m_images, QString());
        m_pane = m_window->findChild<WebPane *>();
        m_window->show();
        QSignalSpy visible(m_pane, &WebPane::articleVisible);
        m_window->openPath(m_home->filePath(u"articles"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!m_library->isPassRunning() && !visible.isEmpty(), patience);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY_WITH_TIMEOUT(bar()->isVisible(), patience);
    }

    void cleanup()
    {
        m_window.reset();
        m_library.reset();
        m_images.reset();
    }

    void askedFor_byKey_data() { panes(); }
    void askedFor_byKey()
    {
        focusPane();
        QVERIFY(bar()->findChild<QLabel *>(u"heldBackText"_s)->text().startsWith(u"1 picture"_s));
        press(Qt::Key_I);
        QTRY_VERIFY_WITH_TIMEOUT(!bar()->isVisible(), patience);
        QVERIFY(m_settings->pictureCategories().isEmpty());
    }

    void categoryIsAlwaysFetched_byKey_data() { panes(); }
    void categoryIsAlwaysFetched_byKey()
    {
        focusPane();
        QVERIFY(m_window->findChild<QAction *>(u"actionAlwaysPictures"_s)->isEnabled());
        press(Qt::Key_I, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!bar()->isVisible(), patience);
        QCOMPARE(m_settings->pictureCategories(), QList<QStringList>{{u"one"_s}});
    }

    void viewer_comesAndGoes_data() { panes(); }
    void viewer_comesAndGoes()
    {
        focusPane();
        const QWidget *before = QApplication::focusWidget();
        m_pane->scrollToTop(); // from here on the place is the reader's, also while pictures come
        m_pane->page()->run(u"document.images[0].scrollIntoView({block: 'center'})"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->scrollPosition() > 0.1, patience);
        const double position = m_pane->scrollPosition();
        press(Qt::Key_V);
        QTRY_VERIFY_WITH_TIMEOUT(viewer() && viewer()->isVisible() && label(u"zoomText"_s).contains(u"100"_s),
                                 patience);
        QCOMPARE(label(u"positionText"_s), u"1 of 2"_s);
        QCOMPARE(label(u"captionText"_s), u"stored"_s);
        // The next one waits for the reader's word.
        press(Qt::Key_Space);
        QCOMPARE(label(u"positionText"_s), u"2 of 2"_s);
        QTRY_VERIFY_WITH_TIMEOUT(label(u"reasonText"_s).contains(u"when you ask"_s), patience);
        press(Qt::Key_I);
        QTRY_VERIFY_WITH_TIMEOUT(label(u"reasonText"_s).contains(u"public internet"_s), patience);
        press(Qt::Key_F11);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isFullScreen(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(viewer()->size(), m_window->size(), patience);
        press(Qt::Key_F11);
        press(Qt::Key_Escape);
        QVERIFY(!viewer()->isVisible());
        QCOMPARE(QApplication::focusWidget(), before);
        QTRY_VERIFY_WITH_TIMEOUT(qAbs(m_pane->scrollPosition() - position) < 0.05, patience);
    }

    void anotherPage_endsTheViewer()
    {
        press(Qt::Key_V);
        QTRY_VERIFY_WITH_TIMEOUT(viewer() && viewer()->isVisible(), patience);
        m_pane->clear();
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
        pane.isEmpty() ? m_pane->setFocus() : m_window->findChild<QWidget *>(pane)->setFocus();
    }

    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    PictureBar *bar() const { return m_window->findChild<PictureBar *>(); }
    PictureViewer *viewer() const { return m_window->findChild<PictureViewer *>(); }
    QString label(const QString &name) const { return viewer()->findChild<QLabel *>(name)->text(); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ImageThread> m_images;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<MainWindow> m_window;
    WebPane *m_pane = nullptr;
};

int main(int argc, char *argv[])
{
    if (const int refused = prepareEngine(argc, argv))
        return refused;
    QApplication application(argc, argv);
    TestWindowPictures test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_windowpictures.moc"
