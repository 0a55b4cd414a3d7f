#include "tests/gui/enginetest.h"
#include "tests/gui/testprogram.h"
#include "ui/appearance.h"

#include <QQuickWidget>
#include <QQuickWindow>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace
{

// Notes the colour of each widget that the engine puts into the pane, when it does.
class GroundWatch final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    QList<QColor> grounds;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *drawn = event->type() == QEvent::Show ? qobject_cast<QQuickWidget *>(watched) : nullptr;
        if (drawn && drawn->quickWindow())
            grounds << drawn->quickWindow()->color();
        return QObject::eventFilter(watched, event);
    }
};

class ShowWatch final : public QObject
{
    Q_OBJECT

public:
    explicit ShowWatch(const QWidget *watched)
        : m_watched(watched)
    {
        QApplication::instance()->installEventFilter(this);
    }
    int times = 0;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        times += watched == m_watched && event->type() == QEvent::Show ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

private:
    const QWidget *m_watched;
};

}

class TestPageGround final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Each article has a renderer of its own, and with it a new widget.
    void nextArticle_comesWithoutAWhiteMoment()
    {
        const QTemporaryDir home;
        TestProgram program(home.path());
        program.trigger(u"actionThemeDark"_s);
        program.open(TestProgram::seeds());
        const QColor dark = QColor::fromRgb(themeColors(program.find<Appearance>()->style()).background);
        QVERIFY(dark.lightness() < 100);
        GroundWatch watch;
        QApplication::instance()->installEventFilter(&watch);
        for (int article = 0; article < 3; ++article) {
            program.visible.clear();
            program.trigger(u"actionNextArticle"_s);
            QTRY_VERIFY_WITH_TIMEOUT(!program.visible.isEmpty(), TestProgram::longest);
        }
        QVERIFY(!watch.grounds.isEmpty());
        for (const QColor &ground : watch.grounds)
            QCOMPARE(ground, dark);
        program.trigger(u"actionThemeSepia"_s);
        const QColor sepia = QColor::fromRgb(themeColors(program.find<Appearance>()->style()).background);
        for (const auto *drawn : program.pane->findChildren<QQuickWidget *>())
            QCOMPARE(drawn->quickWindow()->color(), sepia);
    }

    // The first frames of a new renderer are white, and then Chromium's own black.
    void nextArticle_isCoveredUntilItIsDrawn()
    {
        const QTemporaryDir home;
        TestProgram program(home.path());
        program.open(TestProgram::seeds());
        const auto *cover = program.find<QWidget>(u"pageCover"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!cover->isVisible(), TestProgram::longest);
        for (int article = 0; article < 3; ++article) {
            ShowWatch shown(cover);
            program.visible.clear();
            program.trigger(u"actionNextArticle"_s);
            QTRY_VERIFY_WITH_TIMEOUT(!program.visible.isEmpty(), TestProgram::longest);
            QCOMPARE(shown.times, 1);
            QCOMPARE(cover->geometry(), cover->parentWidget()->rect());
            QTRY_VERIFY_WITH_TIMEOUT(!cover->isVisible(), TestProgram::longest);
        }
    }

    // Qt rounds where the page lies and how high it is each for itself.
    void scaledByAFraction_noLineBelowThePageIsLeftOut()
    {
        const QTemporaryDir home;
        TestProgram program(home.path());
        program.open(TestProgram::seeds());
        QWidget *drawn = program.pane->findChild<QQuickWidget *>();
        QVERIFY(drawn);
        const double ratio = drawn->devicePixelRatioF();
        QCOMPARE(ratio, 1.25);
        for (int more = 0; more < 8; ++more) {
            program.window.resize(program.window.size() + QSize(1, 1));
            QTest::qWait(0); // the layout
            const QRect place(drawn->mapTo(&program.window, QPoint()), drawn->size());
            QVERIFY(qRound(place.top() * ratio) + qRound(place.height() * ratio) >=
                    qRound((place.top() + place.height()) * ratio));
            QVERIFY(qRound(place.left() * ratio) + qRound(place.width() * ratio) >=
                    qRound((place.left() + place.width()) * ratio));
        }
    }
};

int main(int argc, char *argv[])
{
    qputenv("QT_SCALE_FACTOR", "1.25");
    return runWithEngine<TestPageGround>(argc, argv);
}

#include "tst_pageground.moc"
