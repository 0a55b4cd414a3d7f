#include "tests/gui/enginetest.h"
#include "tests/gui/testprogram.h"
#include "ui/startpage.h"
#include "ui/windowstyle.h"

#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class TestStartPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picture_givesWayToTheWords()
    {
        StartPage page;
        page.showUnreadable(u"/media/archive"_s, u"No such file"_s);
        page.show();
        const auto *picture = page.findChild<QLabel *>(u"startPicture"_s);
        for (int height = 500; height > 80; height -= 20) {
            page.resize(600, height);
            QCoreApplication::sendPostedEvents(); // what is laid out anew
            const auto *text = page.findChild<QLabel *>(u"startText"_s);
            const auto *button = page.findChild<QPushButton *>(u"openFolderButton"_s);
            if (picture->isVisible())
                QVERIFY(picture->height() >= picture->sizeHint().height());
            QVERIFY(height < 200 || text->height() >= text->heightForWidth(text->width()));
            QVERIFY(height < 200 || button->geometry().bottom() < height);
        }
        QVERIFY(!picture->isVisible());
        page.resize(600, 500);
        QVERIFY(picture->isVisible());
    }

    // 1280 x 720 where everything is twice as large, with something to say above the panes.
    void smallScreen_holdsTheWindow()
    {
        const QSize screen(640, 360);
        const QTemporaryDir home;
        const TestProgram program(home.path(), NetworkUse::Offline, PaneOptions{nullptr, false});
        for (const Notice notice : {Notice::Marks, Notice::Folder, Notice::Watch}) {
            program.find<NoticeBar>()->put(notice, u"A sentence of the usual length, which says what is."_s);
            const QSize least = program.window.minimumSizeHint();
            QVERIFY2(least.height() <= screen.height(), qPrintable(QString::number(least.height())));
            QVERIFY2(least.width() <= screen.width(), qPrintable(QString::number(least.width())));
        }
    }
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestStartPage>(argc, argv, [](QApplication &) {
        QApplication::setStyle(u"fusion"_s);
        installWindowStyle();
    });
}

#include "tst_startpage.moc"
