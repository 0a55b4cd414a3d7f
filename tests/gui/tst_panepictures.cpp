#include "tests/gui/picturepanetest.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

// The pictures of a page as things to open: by Tab and Enter, by the mouse, by a key of the window.
class TestPanePictures final : public PicturePaneTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginAll(); }
    void cleanup() { endEach(); }
    void cleanupTestCase() { m_window.reset(); }

    void tabAndEnter_chooseAPicture()
    {
        showBody(u"<p><img src=\"%1\" alt=\"first\"></p><figure><img src=\"%2\" alt=\"second\">"
                 "<figcaption>Under it</figcaption></figure>"_s.arg(picture(60), picture(70)));
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        m_pane->setFocus();
        focus(u"document.images[1]"_s, Qt::Key_Tab);
        QVERIFY(ask(u"parseFloat(getComputedStyle(document.activeElement).outlineWidth)"_s).toDouble() >= 2);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
        const auto pictures = chosen.first().at(0).value<QList<ViewedPicture>>();
        QCOMPARE(chosen.first().at(1).toInt(), 1);
        QCOMPARE(pictures.size(), 2);
        QCOMPARE(pictures.at(0).caption, u"first"_s);
        QCOMPARE(pictures.at(1).caption, u"Under it"_s);
        focus(u"document.images[0]"_s, Qt::Key_Backtab);
    }

    void pictureInALink_isTheLinks()
    {
        showBody(u"<p><a href=\"https://host.example/1\"><img src=\"%1\"></a></p>"
                 "<p><a href=\"https://host.example/2\"><img src=\"%1\"></a></p>"_s.arg(picture(300)));
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        QSignalSpy followed(m_pane, &WebPane::linkActivated);
        m_pane->setFocus();
        focus(u"document.querySelector('.page-body a')"_s, Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(followed.count(), 1, patience);
        clickPicture(1);
        QTRY_COMPARE_WITH_TIMEOUT(followed.count(), 2, patience);
        QCOMPARE(followed.last().first().toUrl(), QUrl(u"https://host.example/2"_s));
        QCOMPARE(chosen.count(), 0);
        m_pane->choosePicture();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
        QCOMPARE(chosen.first().at(1).toInt(), 1); // the link that has the focus
    }

    void click_choosesAPicture()
    {
        showBody(
            u"<p>Text</p><p><img src=\"%1\"></p><p><img src=\"%2\"></p>"_s.arg(picture(100), picture(200)));
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        clickPicture(1);
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
        QCOMPARE(chosen.first().at(1).toInt(), 1);
        // Nor by a click beside it, nor by dragging over it.
        QTest::mouseClick(target(), Qt::LeftButton, {}, {3, 3});
        const QPoint place = placeOf(0);
        QTest::mousePress(target(), Qt::LeftButton, {}, place);
        QTest::mouseRelease(target(), Qt::LeftButton, {}, place + QPoint(40, 0));
        ask(u"0"_s);
        ask(u"0"_s);
        QCOMPARE(chosen.count(), 1);
    }

    void menu_isComplete()
    {
        showBody(u"<p>Text</p><p><img src=\"%1\"></p>"_s.arg(picture(200)));
        QTest::mouseClick(target(), Qt::RightButton, {}, placeOf(0));
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->findChild<QMenu *>(u"articleMenu"_s), patience);
        auto *menu = m_pane->findChild<QMenu *>(u"articleMenu"_s);
        QStringList names;
        for (const QAction *action : menu->actions()) {
            if (action->isSeparator())
                continue;
            names << action->objectName();
            QVERIFY2(!action->icon().isNull() && !action->statusTip().isEmpty(), qPrintable(action->text()));
        }
        menu->close();
        QVERIFY(names.contains(u"pageViewPicture"_s) && names.contains(u"pageCopy"_s));
    }

    void smallOnes_arePartOfTheText()
    {
        showBody(u"<p>A <img src=\"%1\" width=\"20\" height=\"20\"> line</p><p><img src=\"%2\"></p>"_s.arg(
            picture(20), picture(200)));
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        QCOMPARE(ask(u"document.images[0].tabIndex"_s).toInt(), -1);
        QCOMPARE(ask(u"getComputedStyle(document.images[0]).display"_s).toString(), u"inline"_s);
        m_pane->choosePicture();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
        QCOMPARE(chosen.first().first().value<QList<ViewedPicture>>().size(), 1);
    }

    void key_choosesTheFirstOnTheScreen()
    {
        const QString space = u"<p>%1</p>"_s.arg(u"word "_s.repeated(2000));
        showBody(
            u"<p><img src=\"%1\"></p>%3<p><img src=\"%2\"></p>%3"_s.arg(picture(100), picture(200), space));
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        m_pane->choosePicture();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
        QCOMPARE(chosen.last().at(1).toInt(), 0);
        ask(u"document.images[1].scrollIntoView({block: 'center'})"_s);
        m_pane->choosePicture();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 2, patience);
        QCOMPARE(chosen.last().at(1).toInt(), 1);
        m_pane->scrollToEnd();
        m_pane->choosePicture();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 3, patience);
        QCOMPARE(chosen.last().at(1).toInt(), 0);
    }

    void noPicture_isSaid()
    {
        showBody(u"<p>Text</p>"_s);
        QSignalSpy none(m_pane, &WebPane::noPictures);
        m_pane->choosePicture();
        QCOMPARE(none.count(), 1);
    }

    void chosenPicture_isFetched()
    {
        showBody(
            u"<p><img src=\"%1\"></p><p><img src=\"https://host.example/a.png\"></p>"_s.arg(picture(100)));
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        QSignalSpy fetched(m_pane, &WebPane::pictureFetched);
        m_pane->choosePicture();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
        const auto pictures = chosen.first().first().value<QList<ViewedPicture>>();
        const quint64 first = m_pane->fetchPicture(pictures.at(0).picture, Asking::Usual);
        QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 1, patience);
        QCOMPARE(fetched.last().first().value<ImageAnswer>().number, first);
        QCOMPARE(imageSize(fetched.last().first().value<ImageAnswer>().bytes), QSize(100, 100));
        const quint64 second = m_pane->fetchPicture(pictures.at(1).picture, Asking::Again);
        QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 2, patience);
        QCOMPARE(fetched.last().first().value<ImageAnswer>().number, second);
        QCOMPARE(fetched.last().first().value<ImageAnswer>().failure, ImageFailure::Offline);
    }

    // As often as the reader wants: each has the limits of an article of its own.
    void pictureBeyondTheLimits_isFetchedByItself()
    {
        QString body;
        for (int i = 0; i < 6; ++i)
            body += u"<p><img src=\"https://host.example/%1.png\"></p>"_s.arg(i);
        showBody(body);
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        QSignalSpy fetched(m_pane, &WebPane::pictureFetched);
        m_pane->choosePicture();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
        for (const ViewedPicture &each : chosen.first().first().value<QList<ViewedPicture>>()) {
            m_pane->fetchPicture(each.picture, Asking::Usual);
            QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 1, patience);
            QCOMPARE(fetched.takeFirst().first().value<ImageAnswer>().failure, ImageFailure::Offline);
        }
    }

    void menu_tellsWhyOneIsMissing_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QStringList>("entries");
        QTest::newRow("there") << picture(300)
                               << QStringList({u"&View Picture"_s, u"&Save Picture…"_s, u"&Copy"_s});
        QTest::newRow("missing") << u"https://host.example/a.png"_s
                                 << QStringList({u"&Why It Is Missing"_s, u"&Try Again"_s,
                                                 u"Copy Picture’s &Address"_s, u"&Copy"_s});
    }

    void menu_tellsWhyOneIsMissing()
    {
        QFETCH(const QString, address);
        showBody(u"<p><img src=\"%1\" width=\"300\" height=\"200\"></p>"_s.arg(address));
        const QPoint place = placeOf(0);
        QTest::mouseClick(target(), Qt::RightButton, {}, place);
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::activePopupWidget(), patience);
        QStringList entries;
        for (const QAction *action : QApplication::activePopupWidget()->actions()) {
            if (!action->isSeparator())
                entries << action->text();
        }
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        QApplication::activePopupWidget()->actions().first()->trigger();
        QApplication::activePopupWidget()->close();
        QTEST(entries, "entries");
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
    }

private:
    // By key until this element has it.
    void focus(const QString &element, Qt::Key key)
    {
        const QString hasFocus = u"document.activeElement === "_s + element;
        for (int i = 0; i < 10 && !ask(u"self.before = document.activeElement; "_s + hasFocus).toBool();
             ++i) {
            QTest::keyClick(QApplication::focusWidget(), key);
            // An answer may overtake a key, and one key more would lead past the element.
            QTRY_VERIFY_WITH_TIMEOUT(ask(u"document.activeElement !== self.before"_s).toBool(), patience);
        }
        QVERIFY(ask(hasFocus).toBool());
    }
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestPanePictures>(argc, argv);
}

#include "tst_panepictures.moc"
