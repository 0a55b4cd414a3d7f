#include "app/library/startnotes.h"
#include "tests/gui/enginetest.h"
#include "tests/patience.h"
#include "ui/hintlabels.h"
#include "ui/hintoverlay.h"
#include "ui/linkhints.h"
#include "ui/webpage.h"
#include "ui/webpane.h"

#include <QApplication>
#include <QClipboard>
#include <QDeadlineTimer>
#include <QFile>
#include <QShortcut>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

class TestLinkHints final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ImageLoader::Options options;
        options.storeFolder = m_folder.filePath(u"store"_s);
        options.network = NetworkUse::Offline;
        m_images = std::make_unique<ImageLoader>(options);
        m_images->open();
    }

    void cleanup() { m_window.reset(); }

    void labels_areShortAndNoneBeginsAnother_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("longest");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("as many as letters") << 14 << 1;
        QTest::newRow("one more") << 15 << 2;
        QTest::newRow("many") << 196 << 2;
        QTest::newRow("very many") << 1000 << 3;
    }

    void labels_areShortAndNoneBeginsAnother()
    {
        QFETCH(const int, count);
        QFETCH(const int, longest);
        const QStringList labels = hintLabels(count);
        QCOMPARE(labels.size(), count);
        for (const QString &label : labels) {
            QVERIFY(label.size() <= longest);
            for (const QString &other : labels)
                QVERIFY(&label == &other || !other.startsWith(label));
        }
    }

    void typing_followsTheLink()
    {
        show({});
        QVERIFY(opened());
        QSignalSpy activated(m_pane, &WebPane::linkActivated);
        type(label(1));
        QTRY_COMPARE_WITH_TIMEOUT(activated.size(), 1, patience);
        QCOMPARE(activated.first().at(0).toUrl(), QUrl(u"https://two.example/"_s));
        QCOMPARE(activated.first().at(1).toString(), u"two"_s);
        QVERIFY(!overlay()->isVisible());
        QVERIFY(m_pane->isAncestorOf(QApplication::focusWidget()));
    }

    void shift_copiesTheAddress()
    {
        show({});
        QVERIFY(opened());
        QSignalSpy activated(m_pane, &WebPane::linkActivated);
        type(label(0), Qt::ShiftModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"https://one.example/"_s);
        QVERIFY(m_said->last().first().toString().contains(u"https://one.example/"_s));
        QVERIFY(activated.isEmpty());
    }

    void typedLetters_narrow()
    {
        show(u"<p>%1</p>"_s.arg(u"<a href=\"https://more.example/\">x</a> "_s.repeated(30)));
        QVERIFY(opened());
        const QStringList labels = overlay()->labels();
        const auto longer =
            std::find_if(labels.cbegin(), labels.cend(), [](const QString &one) { return one.size() == 2; });
        QVERIFY(longer != labels.cend());
        type(longer->left(1));
        QVERIFY(overlay()->labels().size() < labels.size());
        for (const QString &one : overlay()->labels())
            QVERIFY(one.startsWith(longer->at(0)));
        const qsizetype narrowed = overlay()->labels().size();
        type(u"X"_s); // stands on no label
        QCOMPARE(overlay()->labels().size(), narrowed);
        QTest::keyClick(overlay(), Qt::Key_Backspace);
        QCOMPARE(overlay()->labels(), labels);
    }

    // By those who do not see the labels: the description of what has the focus, anew with each letter.
    void labels_areHeard()
    {
        show(u"<p>%1</p>"_s.arg(u"<a href=\"https://more.example/\">more  of it</a> "_s.repeated(20)));
        QVERIFY(opened());
        const QString all = overlay()->accessibleDescription();
        QVERIFY2(all.contains(label(0) + u": one"_s) && all.contains(label(1) + u": two"_s), qPrintable(all));
        QVERIFY2(all.contains(u": more of it"_s), qPrintable(all));
        const QStringList labels = overlay()->labels();
        const auto longer =
            std::find_if(labels.cbegin(), labels.cend(), [](const QString &one) { return one.size() == 2; });
        QVERIFY(longer != labels.cend());
        type(longer->left(1));
        const QString left = overlay()->accessibleDescription();
        QVERIFY2(left.startsWith(longer->mid(1) + u": more of it"_s) && left.size() < all.size(),
                 qPrintable(left));
    }

    void everyKey_isTheHints()
    {
        show({});
        QShortcut shortcut(QKeySequence(Qt::Key_S), m_window.get());
        QSignalSpy pressed(&shortcut, &QShortcut::activated);
        QVERIFY(opened());
        type(u"S"_s);
        QVERIFY(pressed.isEmpty());
    }

    void esc_leavesAndGivesTheFocusBack()
    {
        show({});
        m_pane->setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->isAncestorOf(QApplication::focusWidget()), patience);
        QWidget *before = QApplication::focusWidget();
        QVERIFY(opened());
        QTest::keyClick(overlay(), Qt::Key_Escape);
        QVERIFY(!overlay()->isVisible());
        QCOMPARE(QApplication::focusWidget(), before);
    }

    void scrolling_takesThemAwayAtOnce()
    {
        show(u"<p>%1</p>"_s.arg(u"word "_s.repeated(5000)));
        QVERIFY(opened());
        QSignalSpy moved(m_pane, &WebPane::scrolled);
        bool areGone = false;
        connect(m_pane, &WebPane::scrolled, overlay(), [&] { areGone = !overlay()->isVisible(); });
        m_pane->scrollToEnd();
        QVERIFY(moved.wait(patience));
        QVERIFY(areGone);
    }

    void growthBelow_leavesThem()
    {
        show(u"<p>%1</p>"_s.arg(u"word "_s.repeated(5000))); // there is a scroll bar already
        QVERIFY(opened());
        grow(u"Bottom"_s);
        QVERIFY(overlay()->isVisible());
    }

    void growthAbove_takesThemAway()
    {
        show({});
        QVERIFY(opened());
        grow(u"Top"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!overlay()->isVisible(), patience);
    }

    // The position is reported later than the page moves; what is reported then is no news to the hints.
    void hintsAfterScrolling_stay()
    {
        show(u"<p>%1<a href=\"https://end.example/\">end</a></p>"_s.arg(u"word "_s.repeated(5000)));
        QSignalSpy moved(m_pane, &WebPane::scrolled);
        m_pane->scrollToEnd();
        QVERIFY(moved.wait(patience));
        QSignalSpy reported(m_pane, &WebPane::scrollPositionChanged);
        QVERIFY(opened());
        QTRY_VERIFY_WITH_TIMEOUT(!reported.isEmpty(), patience);
        QVERIFY(overlay()->isVisible());
    }

    void hiddenLinks_haveNone()
    {
        show(
            u"<p>%1</p><p><a href=\"https://below.example/\">below</a></p>"_s.arg(u"word "_s.repeated(5000)));
        QVERIFY(opened());
        QCOMPARE(overlay()->labels().size(), 2 + categories);
    }

    void categoryLink_isFollowed()
    {
        show({});
        QVERIFY(opened());
        QSignalSpy activated(m_pane, &WebPane::categoryActivated);
        type(overlay()->labels().at(0));
        QTRY_COMPARE_WITH_TIMEOUT(activated.size(), 1, patience);
        QVERIFY(opened());
        type(overlay()->labels().at(0), Qt::ShiftModifier);
        QVERIFY(!m_said->isEmpty()); // that there is no address
    }

    void picture_isShownLarge()
    {
        show(u"<p><img src=\"https://host.example/a.png\" width=\"200\" height=\"100\"></p>"_s, QString());
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        QVERIFY(opened(categories + 1));
        type(overlay()->labels().at(categories));
        QTRY_COMPARE_WITH_TIMEOUT(chosen.size(), 1, patience);
    }

    void places_areThoseOfTheLinks()
    {
        show(u"<p>text</p>"_s);
        QVERIFY(opened());
        QVariantMap box;
        m_pane->page()->run(
            u"(() => { const box = document.querySelector('.page-body a').getBoundingClientRect();"
            "return {x: box.left, y: box.top}; })()"_s,
            [&box](const QVariant &answer) { box = answer.toMap(); });
        QTRY_VERIFY_WITH_TIMEOUT(!box.isEmpty(), patience);
        const QImage with = overlay()->grab().toImage();
        const QColor accent = QColor::fromRgb(themeColors(Theme::Light).accent);
        bool isThere = false;
        for (int x = -12; x < 12; ++x) {
            for (int y = -12; y < 12; ++y) {
                const QPoint at(box.value(u"x"_s).toInt() + x, box.value(u"y"_s).toInt() + y);
                isThere = isThere || (with.valid(at) && with.pixelColor(at) == accent);
            }
        }
        QVERIFY(isThere);
    }

    void noLink_isSaid()
    {
        m_categories.clear();
        show(u"plain"_s, QString());
        m_hints->open();
        QTRY_COMPARE_WITH_TIMEOUT(m_said->size(), 1, patience);
        QVERIFY(!overlay()->isVisible());
        m_categories = u"categories: [one, two]\n"_s;
    }

    void textView_hasThemToo()
    {
        show(u"<p>See https://written.example/a and http://other.example/b.</p>"_s, QString(),
             {nullptr, false});
        QSignalSpy activated(m_hints, &LinkHints::linkActivated);
        QVERIFY(opened(2));
        type(overlay()->labels().at(0));
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().toUrl(), QUrl(u"https://written.example/a"_s));
    }

private:
    static constexpr int categories = 2; // links to them stand first

    void show(const QString &body, const QString &links = usualLinks(), const PaneOptions &options = {})
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(800, 600);
        auto *layout = new QVBoxLayout(m_window.get());
        layout->setContentsMargins({});
        m_pane = new WebPane(*m_images, m_window.get(), options);
        layout->addWidget(m_pane);
        m_hints = new LinkHints(*m_pane, m_window.get());
        m_said = std::make_unique<QSignalSpy>(m_hints, &LinkHints::said);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patience));
        QFile file(m_folder.filePath(u"article.md"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            (u"---\ntitle: Title\n"_s + m_categories + u"---\n<div>\n"_s + links + body + u"\n</div>\n"_s)
                .toUtf8());
        file.close();
        QSignalSpy visible(m_pane, &WebPane::articleVisible);
        ArticleRow row;
        row.id = 1;
        row.head.path = "article.md";
        m_pane->showArticle(m_folder.path().toUtf8(), row, 0);
        QVERIFY(visible.wait(patience));
        m_pane->setFocus();
    }

    static QString usualLinks()
    {
        return u"<p><a href=\"https://one.example/\">one</a> <a href=\"https://two.example/\">two</a></p>"_s;
    }

    // Until the page has answered whatever that made the hints ask.
    void grow(const QString &side)
    {
        QSignalSpy grown(m_pane, &WebPane::pageSizeChanged);
        m_pane->page()->run(u"document.body.style.padding%1 = '2000px'; 0"_s.arg(side));
        QVERIFY(grown.wait(patience));
        bool isAnswered = false;
        m_pane->page()->run(u"0"_s, [&isAnswered](const QVariant &) { isAnswered = true; });
        QTRY_VERIFY_WITH_TIMEOUT(isAnswered, patience);
    }

    // A page that moves while it settles takes the hints away; a picture has one once the page's own script
    // has seen it. So they are asked for until they are all there.
    bool opened(int links = 0)
    {
        const QDeadlineTimer deadline(patience);
        while (!deadline.hasExpired()) {
            m_hints->open();
            if (QTest::qWaitFor([this] { return overlay()->isVisible(); }, 1000) &&
                overlay()->labels().size() >= links)
                return true;
            overlay()->leave();
        }
        return false;
    }

    HintOverlay *overlay() const { return m_pane->findChild<HintOverlay *>(); }
    QString label(int link) const { return overlay()->labels().at(categories + link); }

    void type(const QString &letters, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        for (const QChar letter : letters)
            QTest::keyClick(overlay(), Qt::Key(letter.unicode()), modifiers);
    }

    QTemporaryDir m_folder;
    QString m_categories = u"categories: [one, two]\n"_s;
    std::unique_ptr<ImageLoader> m_images;
    std::unique_ptr<QWidget> m_window;
    WebPane *m_pane = nullptr;
    LinkHints *m_hints = nullptr;
    std::unique_ptr<QSignalSpy> m_said;
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestLinkHints>(argc, argv);
}

#include "tst_linkhints.moc"
