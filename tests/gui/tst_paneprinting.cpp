#include "scriptanswer.h"
#include "tests/gui/enginetest.h"
#include "ui/webpage.h"
#include "ui/webpane.h"

#include <QFile>
#include <QLineEdit>
#include <QPrinter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QVBoxLayout>

#include <csignal>

using namespace Qt::StringLiterals;

namespace
{

constexpr int patience = 30'000; // milliseconds; a deadline, never a wait: the machine may be busy

WebPane::PrintEnd endOf(const QSignalSpy &printed)
{
    return printed.last().first().value<WebPane::PrintEnd>();
}

}

// Prints that come to nothing, as Chromium drops them and says so to nobody.
class PanePrintingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }
    void rendererThatIsKilled_leavesTheNextPrint_data();
    void rendererThatIsKilled_leavesTheNextPrint();
    void rendererThatHangs_leavesTheNextPrint();

private:
    void show(const QString &name, const QString &body);
    void print();
    pid_t beginLongPrint();

    QTemporaryDir m_folder;
    std::unique_ptr<ImageLoader> m_images;
    std::unique_ptr<QWidget> m_window;
    WebPane *m_pane = nullptr;
    QLineEdit *m_behind = nullptr; // the pane in the order of Tab
};

void PanePrintingTest::initTestCase()
{
    ImageLoader::Options options;
    options.storeFolder = m_folder.filePath(u"store"_s);
    options.network = NetworkUse::Offline;
    m_images = std::make_unique<ImageLoader>(options);
    m_images->open();
}

void PanePrintingTest::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 600);
    auto *layout = new QVBoxLayout(m_window.get());
    m_pane = new WebPane(*m_images);
    layout->addWidget(m_pane);
    m_behind = new QLineEdit;
    layout->addWidget(m_behind);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patience));
}

void PanePrintingTest::show(const QString &name, const QString &body)
{
    static ArticleId id = 0;
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("---\ntitle: T\n---\n" + body.toUtf8()) > 0);
    file.close();
    QSignalSpy visible(m_pane, &WebPane::articleVisible);
    ArticleRow row;
    row.id = ++id;
    row.head.path = name.toUtf8();
    m_pane->showArticle(QFile::encodeName(m_folder.path()), row, 0);
    QVERIFY(visible.wait(patience));
}

void PanePrintingTest::print()
{
    auto printer = std::make_unique<QPrinter>();
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(m_folder.filePath(u"printed.pdf"_s));
    m_pane->print(std::move(printer));
}

// A long one, in the middle of which its page's process is when this returns.
pid_t PanePrintingTest::beginLongPrint()
{
    show(u"long.md"_s, u"<p>Words of a long article</p>\n"_s.repeated(4'000));
    const auto renderer = pid_t(m_pane->page()->renderProcessPid());
    print();
    for (int script = 0; script < 3; ++script) // behind those of the print itself
        scriptAnswer([&](const auto &answered) { m_pane->page()->run(u"1"_s, answered); }, patience);
    return renderer;
}

void PanePrintingTest::rendererThatIsKilled_leavesTheNextPrint_data()
{
    QTest::addColumn<bool>("isAway");
    QTest::newRow("somebody waits") << false;
    QTest::newRow("somebody is in another window, as it takes long") << true;
}

void PanePrintingTest::rendererThatIsKilled_leavesTheNextPrint()
{
    QFETCH(const bool, isAway);
    QSignalSpy printed(m_pane, &WebPane::printed);
    const pid_t renderer = beginLongPrint();
    m_pane->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(m_pane->isAncestorOf(QApplication::focusWidget()), patience);
    QWidget other;
    other.setVisible(isAway);
    QWidget *active = isAway ? &other : m_window.get();
    active->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(active, patience));
    QCOMPARE(kill(renderer, SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(printed.count(), 1, patience);
    QCOMPARE(endOf(printed), WebPane::PrintEnd::Lost);
    QVERIFY(active->isActiveWindow());
    QTRY_VERIFY_WITH_TIMEOUT(m_pane->isAncestorOf(m_window->focusWidget()), patience);
    m_window->activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(m_pane->isAncestorOf(QApplication::focusWidget()), patience);
    const QWidget *after = m_pane->focusProxy();
    while (m_pane->isAncestorOf(after))
        after = after->nextInFocusChain();
    QCOMPARE(after, m_behind);
    show(u"next.md"_s, u"<p>The next one</p>"_s);
    QVERIFY(!m_pane->showsText());
    print();
    QTRY_COMPARE_WITH_TIMEOUT(printed.count(), 2, patience);
    QCOMPARE(endOf(printed), WebPane::PrintEnd::Done);
}

void PanePrintingTest::rendererThatHangs_leavesTheNextPrint()
{
    QSignalSpy printed(m_pane, &WebPane::printed);
    const pid_t renderer = beginLongPrint();
    QCOMPARE(kill(renderer, SIGSTOP), 0);
    const auto release = qScopeGuard([renderer] { kill(renderer, SIGKILL); });
    show(u"next.md"_s, u"<p>The next one</p>"_s);
    QTRY_COMPARE_WITH_TIMEOUT(printed.count(), 1, patience);
    QCOMPARE(endOf(printed), WebPane::PrintEnd::Lost);
    QVERIFY(QSignalSpy(m_pane, &WebPane::articleVisible).wait(patience)); // in another engine
    QVERIFY(!m_pane->showsText());
    print();
    QTRY_COMPARE_WITH_TIMEOUT(printed.count(), 2, patience);
    QCOMPARE(endOf(printed), WebPane::PrintEnd::Done);
}

int main(int argc, char *argv[])
{
    return runWithEngine<PanePrintingTest>(argc, argv);
}

#include "tst_paneprinting.moc"
