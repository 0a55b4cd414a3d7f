#include "tests/gui/panetest.h"
#include "ui/pageengine.h"

#include <QPageLayout>

using namespace Qt::StringLiterals;

// Documents of what is shown, also while the reader goes on.
class WebPanePdfTest final : public PaneTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginAll(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void text_makesAPdf();
    void page_makesAPdf();
    void pdf_isOfTheArticleThatWasOpen();
    void pageThatWaited_goesWithALaterOne();
};

void WebPanePdfTest::text_makesAPdf()
{
    remake({nullptr, false});
    showBody(u"<p>Body</p>"_s);
    QSignalSpy made(m_pane, &WebPane::pdfMade);
    m_pane->makePdf();
    QVERIFY(made.last().first().toByteArray().startsWith("%PDF-"));
}

void WebPanePdfTest::page_makesAPdf()
{
    showBody(u"<p>Body</p>"_s);
    QSignalSpy made(m_pane, &WebPane::pdfMade);
    m_pane->makePdf();
    QTRY_COMPARE_WITH_TIMEOUT(made.count(), 1, patience);
    QVERIFY(made.first().first().toByteArray().startsWith("%PDF-"));
}

// Who goes on while it is being made has asked for this one, not for the next.
void WebPanePdfTest::pdf_isOfTheArticleThatWasOpen()
{
    QString pictures; // whose boxes take their time on the way to the paper
    for (int picture = 0; picture < 60; ++picture)
        pictures += u"<p><img src=\"http://host.example/%1.png\"></p>"_s.arg(picture);
    write(u"first.md"_s, pictures);
    write(u"second.md"_s, u"<p>Body</p>"_s);
    show(u"first.md"_s);
    QSignalSpy made(m_pane, &WebPane::pdfMade);
    m_pane->makePdf();
    show(u"second.md"_s);
    QTRY_COMPARE_WITH_TIMEOUT(made.count(), 1, patience);
    m_pane->makePdf();
    QTRY_COMPARE_WITH_TIMEOUT(made.count(), 2, patience);
    const auto pages = [&made](qsizetype document) {
        return made.at(document).first().toByteArray().count("/Type /Page\n");
    };
    QCOMPARE(pages(1), 1);
    QVERIFY2(pages(0) > 1, qPrintable(QString::number(pages(0))));
    QCOMPARE(ask(u"document.querySelector('h1').textContent"_s).toString(), u"Title of second.md"_s);
}

// Two articles on while a document is made: the first of them waits, and comes no more when the other is
// there.
void WebPanePdfTest::pageThatWaited_goesWithALaterOne()
{
    PageEngine engine(*m_images);
    QSignalSpy loaded(&engine.page(), &QWebEnginePage::loadFinished);
    LoadedPage page;
    page.html = "<!DOCTYPE html><title>One</title><p>One</p>";
    engine.open(page, themeColors({}), {});
    QVERIFY(loaded.wait(patience));
    bool hasCome = false;
    bool hasLaterToWait = true;
    QByteArray document;
    const QPageLayout layout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(20, 20, 20, 20));
    engine.makePdf(layout, [&](const QByteArray &pdf) {
        document = pdf;
        hasLaterToWait = engine.defer([] {});
    });
    QVERIFY(engine.defer([&hasCome] { hasCome = true; }));
    QTRY_VERIFY_WITH_TIMEOUT(!document.isEmpty(), patience);
    QVERIFY(!hasLaterToWait);
    scriptAnswer([&engine](const auto &answered) { engine.page().run(u"1"_s, answered); }, patience);
    QVERIFY(!hasCome);
}

int main(int argc, char *argv[])
{
    return runWithEngine<WebPanePdfTest>(argc, argv);
}

#include "tst_webpanepdf.moc"
