#include "photograph.h"
#include "tests/patience.h"
#include "ui/keyscheme.h"
#include "ui/picturecanvas.h"
#include "ui/pictureviewer.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QShortcut>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleHints>
#include <QTest>

using namespace Qt::StringLiterals;

class TestPictureViewer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // The click that opened the viewer is long past.
        QGuiApplication::styleHints()->setMouseDoubleClickInterval(0);
    }

    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(800, 600);
        m_before = new QLineEdit(m_window.get());
        m_keys = new ViewerKeys(m_window.get());
        m_viewer = new PictureViewer(*m_keys, m_window.get());
        m_viewer->setPageStyle({});
        m_bytes = twoColours({1600, 400}, "PNG");
        m_answers = true;
        m_asked.clear();
        connect(m_viewer, &PictureViewer::wanted, this, [this](const PagePicture &picture, Asking asking) {
            const QString signs[] = {{}, u"!"_s, u"?"_s, u"="_s}; // by Asking
            m_asked << picture.address.url.fileName() + signs[static_cast<int>(asking)];
            if (m_answers)
                m_viewer->take({.bytes = m_bytes, .type = imageType(m_bytes)});
        });
        m_window->show();
        m_before->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patience));
    }

    void opened_coversTheWindow()
    {
        open(1);
        QCOMPARE(m_viewer->geometry(), m_window->rect());
        QVERIFY(m_viewer->hasFocus());
        QCOMPARE(label(u"positionText"_s), u"2 of 3"_s);
        QCOMPARE(label(u"captionText"_s), u"Caption 1"_s);
        QCOMPARE(label(u"zoomText"_s), u"50 %"_s);
        QCOMPARE(m_viewer->accessibleName(), u"Picture 2 of 3. Caption 1"_s);
        // Decoded no larger than it is shown.
        QTRY_COMPARE_WITH_TIMEOUT(canvas()->image().size(), QSize(800, 200), patience);
        m_window->resize(600, 500);
        QCOMPARE(m_viewer->geometry(), m_window->rect());
        QTRY_COMPARE_WITH_TIMEOUT(canvas()->image().size(), QSize(600, 150), patience);
    }

    // Which grow with the text.
    void icons_areThoseOfAToolBar()
    {
        const int side = m_viewer->style()->pixelMetric(QStyle::PM_ToolBarIconSize);
        QCOMPARE(button(u"closeButton"_s)->iconSize(), QSize(side, side));
    }

    void keys_walkThroughThePictures()
    {
        open(0);
        using Press = std::pair<Qt::Key, Qt::KeyboardModifiers>;
        const QList<std::pair<Press, QString>> presses{
            {{Qt::Key_N, {}}, u"2 of 3"_s},        {{Qt::Key_P, {}}, u"1 of 3"_s},
            {{Qt::Key_J, {}}, u"2 of 3"_s},        {{Qt::Key_K, {}}, u"1 of 3"_s},
            {{Qt::Key_Space, {}}, u"2 of 3"_s},    {{Qt::Key_Space, Qt::ShiftModifier}, u"1 of 3"_s},
            {{Qt::Key_PageDown, {}}, u"2 of 3"_s}, {{Qt::Key_PageUp, {}}, u"1 of 3"_s},
            {{Qt::Key_End, {}}, u"3 of 3"_s},      {{Qt::Key_Home, {}}, u"1 of 3"_s},
            {{Qt::Key_Right, {}}, u"2 of 3"_s},    {{Qt::Key_Left, {}}, u"1 of 3"_s}};
        for (const auto &[press, position] : presses) {
            QTest::keyClick(QApplication::focusWidget(), press.first, press.second);
            QCOMPARE(label(u"positionText"_s), position);
        }
        QVERIFY(!button(u"previousButton"_s)->isEnabled());
        press(Qt::Key_K);
        QCOMPARE(label(u"positionText"_s), u"1 of 3"_s);
        QCOMPARE(label(u"captionText"_s), u"This is the first picture."_s);
        press(Qt::Key_J);
        QCOMPARE(label(u"captionText"_s), u"Caption 1"_s);
    }

    // As the buttons lie there.
    void arrows_leadWhereTheyPoint()
    {
        open(0);
        m_viewer->setLayoutDirection(Qt::RightToLeft);
        press(Qt::Key_Left);
        QCOMPARE(label(u"positionText"_s), u"2 of 3"_s);
        press(Qt::Key_Right);
        QCOMPARE(label(u"positionText"_s), u"1 of 3"_s);
        m_viewer->unsetLayoutDirection();
    }

    void changedKeys_act()
    {
        m_keys->action(ViewerCommand::Next).setShortcuts(keysFromTexts({u"G, N"_s}));
        m_keys->action(ViewerCommand::TurnRight).setShortcuts({});
        QVERIFY(!m_keys->action(ViewerCommand::Next).isEnabled());
        open(0);
        QVERIFY(m_keys->action(ViewerCommand::Next).isEnabled());
        QVERIFY(button(u"nextButton"_s)->toolTip().endsWith(u"(G N)"_s));
        QVERIFY(!button(u"turnButton"_s)->toolTip().contains(u"(R)"_s));
        press(Qt::Key_N);
        QCOMPARE(label(u"positionText"_s), u"1 of 3"_s);
        press(Qt::Key_G);
        press(Qt::Key_N);
        QCOMPARE(label(u"positionText"_s), u"2 of 3"_s);
        m_keys->action(ViewerCommand::Previous).trigger(); // from a list of all commands
        QCOMPARE(label(u"positionText"_s), u"1 of 3"_s);
        press(Qt::Key_Escape);
        QVERIFY(!m_viewer->isVisible());
        QVERIFY(!m_keys->action(ViewerCommand::Next).isEnabled());
    }

    void zoom_byKeyWheelAndDoubleClick()
    {
        open(0);
        press(Qt::Key_1);
        QCOMPARE(label(u"zoomText"_s), u"100 %"_s);
        QTRY_COMPARE_WITH_TIMEOUT(canvas()->image().size(), QSize(1600, 400), patience);
        press(Qt::Key_Plus);
        QCOMPARE(canvas()->zoom(), 1.25);
        press(Qt::Key_Minus);
        press(Qt::Key_Minus);
        QCOMPARE(canvas()->zoom(), 0.8);
        press(Qt::Key_0);
        QVERIFY(canvas()->isFit());
        const QPointF middle = canvas()->rect().center();
        QWheelEvent wheel(middle, canvas()->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(canvas(), &wheel);
        QCOMPARE(canvas()->zoom(), 0.625);
        QTest::mouseDClick(canvas(), Qt::LeftButton, {}, middle.toPoint());
        QVERIFY(canvas()->isFit());
        QTest::mouseDClick(canvas(), Qt::LeftButton, {}, middle.toPoint());
        QCOMPARE(canvas()->zoom(), 1.0);
        QVERIFY(m_viewer->isVisible());
    }

    void largePicture_isMoved()
    {
        open(0);
        press(Qt::Key_1);
        const double left = canvas()->placement().target().left();
        press(Qt::Key_Right);
        QVERIFY(canvas()->placement().target().left() < left);
        QCOMPARE(label(u"positionText"_s), u"1 of 3"_s);
        press(Qt::Key_Left);
        QCOMPARE(canvas()->placement().target().left(), left);
        const QPoint middle = canvas()->rect().center();
        QTest::mousePress(canvas(), Qt::LeftButton, {}, middle);
        QTest::mouseMove(canvas(), middle + QPoint(50, 0));
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, middle + QPoint(50, 0));
        QCOMPARE(canvas()->placement().target().left(), left + 50);
        QVERIFY(m_viewer->isVisible());
    }

    void turned_standsOnItsSide()
    {
        open(0);
        press(Qt::Key_R);
        QCOMPARE(canvas()->placement().quarters(), 1);
        press(Qt::Key_R, Qt::ShiftModifier);
        press(Qt::Key_R, Qt::ShiftModifier);
        QCOMPARE(canvas()->placement().quarters(), 3);
        press(Qt::Key_J);
        QCOMPARE(canvas()->placement().quarters(), 0);
    }

    void drawn_isWhatWasDecoded()
    {
        m_bytes = photograph({80, 40}, 6);
        open(0);
        QTRY_COMPARE_WITH_TIMEOUT(canvas()->image().size(), QSize(40, 80), patience);
        const QImage drawn = canvas()->grab().toImage();
        const QPoint middle = drawn.rect().center();
        QVERIFY(drawn.pixelColor(middle - QPoint(0, 20)).red() > 200);
        QVERIFY(drawn.pixelColor(middle + QPoint(0, 20)).blue() > 200);
    }

    void animation_plays()
    {
        m_bytes = gif(40, 30, 3);
        open(0);
        QTRY_COMPARE_WITH_TIMEOUT(canvas()->image().size(), QSize(40, 30), patience);
    }

    void leaving_givesTheFocusBack_data()
    {
        QTest::addColumn<int>("key");
        for (const int key : {Qt::Key_Escape, Qt::Key_Return, Qt::Key_Enter, Qt::Key_V})
            QTest::addRow("%x", key) << key;
    }

    void leaving_givesTheFocusBack()
    {
        QFETCH(const int, key);
        QSignalSpy left(m_viewer, &PictureViewer::left);
        open(0);
        press(Qt::Key(key));
        QVERIFY(!m_viewer->isVisible());
        QVERIFY(m_before->hasFocus());
        QCOMPARE(left.count(), 1);
    }

    void backdrop_leaves_thePictureDoesNot()
    {
        open(0);
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, canvas()->rect().center());
        QVERIFY(m_viewer->isVisible());
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, {10, 10});
        QVERIFY(!m_viewer->isVisible());
        QVERIFY(m_before->hasFocus());
    }

    void windowsKeys_waitUntilItIsLeft()
    {
        QShortcut next(Qt::Key_J, m_window.get());
        QShortcut mark(Qt::Key_M, m_window.get());
        QShortcut screen(Qt::Key_F11, m_window.get());
        QSignalSpy nexts(&next, &QShortcut::activated);
        QSignalSpy marks(&mark, &QShortcut::activated);
        QSignalSpy screens(&screen, &QShortcut::activated);
        open(0);
        press(Qt::Key_J);
        press(Qt::Key_M);
        press(Qt::Key_F11);
        QCOMPARE(nexts.count() + marks.count(), 0);
        QCOMPARE(screens.count(), 1);
        QCOMPARE(label(u"positionText"_s), u"2 of 3"_s);
    }

    void focusElsewhere_leaves()
    {
        open(0);
        m_before->setFocus();
        QVERIFY(!m_viewer->isVisible());
        QVERIFY(m_before->hasFocus());
    }

    void tab_staysInside()
    {
        open(1);
        QSet<QWidget *> seen;
        for (int i = 0; i < 20; ++i) {
            press(Qt::Key_Tab);
            QWidget *now = QApplication::focusWidget();
            QVERIFY(now == m_viewer || m_viewer->isAncestorOf(now));
            seen.insert(now);
        }
        QVERIFY(seen.size() > 8);
        button(u"nextButton"_s)->setFocus();
        press(Qt::Key_Space);
        QCOMPARE(label(u"positionText"_s), u"3 of 3"_s);
    }

    void focusedButton_hasARing()
    {
        open(1);
        QAbstractButton *next = button(u"nextButton"_s);
        const QPoint edge = next->mapTo(m_viewer, QPoint(next->width() / 2, 0)) - QPoint(0, 1);
        const QColor ground = m_viewer->grab().toImage().pixelColor(edge);
        next->setFocus();
        const QColor ring = m_viewer->grab().toImage().pixelColor(edge);
        QCOMPARE(ring.rgb() & 0xffffff, themeColors(Theme::Light).accent);
        QVERIFY(contrastRatio(ring.rgb() & 0xffffff, ground.rgb() & 0xffffff) > 3);
    }

    void waiting_saysForWhom()
    {
        m_answers = false;
        open(0);
        QVERIFY(label(u"reasonText"_s).contains(u"host.example"_s));
        QVERIFY(!button(u"againButton"_s)->isVisible());
        QVERIFY(!button(u"saveButton"_s)->isEnabled());
        m_viewer->take({.bytes = m_bytes});
        QVERIFY(canvas()->isVisible());
    }

    void failed_saysWhyAndTriesAgain()
    {
        m_answers = false;
        open(0);
        m_viewer->take(
            {.failure = ImageFailure::HttpStatus,
             .host = u"host.example"_s,
             .detail = u"403"_s,
             .tried = {
                 {.failure = ImageFailure::HttpStatus, .detail = u"403"_s},
                 {.rung = Rung::OtherScheme, .scheme = u"https"_s, .failure = ImageFailure::TimedOut}}});
        for (const QString &part : {u"host.example"_s, u"403"_s})
            QVERIFY2(label(u"reasonText"_s).contains(part), qPrintable(label(u"reasonText"_s)));
        QVERIFY(label(u"waysText"_s).contains(u"Over https: The server did not answer"_s));
        QVERIFY(m_viewer->accessibleName().contains(u"403"_s));
        QVERIFY(button(u"againButton"_s)->isVisible());
        press(Qt::Key_I);
        QCOMPARE(m_asked, QStringList({u"0.png"_s, u"0.png!"_s}));
        QVERIFY(!button(u"againButton"_s)->isVisible());
        m_viewer->take({.failure = ImageFailure::NotAsked, .host = u"host.example"_s});
        QVERIFY(button(u"againButton"_s)->text().startsWith(u"Fetch"_s));
        m_answers = true;
        QTest::mouseClick(button(u"againButton"_s), Qt::LeftButton);
        QVERIFY(canvas()->isVisible());
    }

    void notThePicture_isSaidAndTakenBack()
    {
        open(0);
        m_answers = false;
        press(Qt::Key_X);
        QCOMPARE(m_asked.last(), u"0.png?"_s);
        m_viewer->take({.bytes = m_bytes});
        QVERIFY(label(u"captionText"_s).contains(u"Nothing else came"_s));
        press(Qt::Key_X);
        m_viewer->take({.failure = ImageFailure::StandIn, .host = u"host.example"_s});
        QVERIFY(button(u"againButton"_s)->text().startsWith(u"Show What Came"_s));
        QTest::mouseClick(button(u"againButton"_s), Qt::LeftButton);
        QCOMPARE(m_asked.last(), u"0.png="_s);
    }

    void undecodable_saysSo()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"JPEG"_s));
        m_bytes = jpeg(640, 480); // a true header and no pixels
        open(0);
        QTRY_VERIFY_WITH_TIMEOUT(button(u"againButton"_s)->isVisible(), patience);
        QVERIFY(label(u"reasonText"_s).contains(u"damaged"_s));
    }

    void copy_takesEveryPixel()
    {
        open(0);
        QGuiApplication::clipboard()->clear();
        press(Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::clipboard()->image().size(), QSize(1600, 400), patience);
        press(Qt::Key_Y);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"https://host.example/0.png"_s);
        QSignalSpy browser(m_viewer, &PictureViewer::browserWanted);
        press(Qt::Key_B);
        QCOMPARE(browser.first().first().toUrl(), QUrl(u"https://host.example/0.png"_s));
    }

private:
    void open(int place)
    {
        QList<ViewedPicture> pictures;
        for (int i = 0; i < 3; ++i) {
            PagePicture picture;
            picture.address.url = QUrl(u"https://host.example/%1.png"_s.arg(i));
            pictures.append({picture, u"Caption %1"_s.arg(i)});
        }
        m_viewer->open(pictures, place);
        QVERIFY(m_viewer->isVisible());
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    QString label(const QString &name) const { return m_viewer->findChild<QLabel *>(name)->text(); }
    QAbstractButton *button(const QString &name) const
    {
        return m_viewer->findChild<QAbstractButton *>(name);
    }
    PictureCanvas *canvas() const { return m_viewer->findChild<PictureCanvas *>(); }

    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_before = nullptr;
    ViewerKeys *m_keys = nullptr;
    PictureViewer *m_viewer = nullptr;
    QByteArray m_bytes;
    bool m_answers = true;
    QStringList m_asked; // file names; "!" again, "?" not the picture, "=" the picture after all
};

QTEST_MAIN(TestPictureViewer)
#include "tst_pictureviewer.moc"
