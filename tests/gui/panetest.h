#pragma once

#include "app/library/startnotes.h"
#include "scriptanswer.h"
#include "tests/gui/enginetest.h"
#include "tests/patience.h"
#include "ui/webpage.h"
#include "ui/webpane.h"

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

// What the tests of a WebPane begin with: a pane in a window of its own, a folder for its articles, and no
// network.
class PaneTest : public QObject
{
protected:
    void beginAll(ImageLoader::Options options = {})
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        options.storeFolder = m_folder->filePath(QStringLiteral("store"));
        options.network = NetworkUse::Offline;
        m_images = std::make_unique<ImageLoader>(options);
        m_images->open();
    }

    void begin()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(800, 600);
        auto *layout = new QVBoxLayout(m_window.get());
        layout->setContentsMargins({});
        m_pane = new WebPane(*m_images);
        m_pane->setPatience(patience); // else a page that comes late is shown as text
        layout->addWidget(m_pane);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patience));
    }

    void end()
    {
        QCOMPARE(m_pane->blockedRequests(), 0);
        m_window.reset();
    }

    // The pane.
    void remake(const PaneOptions &options)
    {
        delete m_pane;
        m_pane = new WebPane(*m_images, nullptr, options);
        m_pane->setPatience(patience);
        m_window->layout()->addWidget(m_pane);
    }

    void write(const QString &name, const QString &body) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString head =
            QStringLiteral("---\ntitle: 'Title of %1'\ncategories: [one, two]\nauthor: 'Somebody'\n"
                           "date: 2021-11-23 12:19:03\n---\n<div>\n");
        const QByteArray text = (head.arg(name) + body + QStringLiteral("\n</div>\n")).toUtf8();
        QCOMPARE(file.write(text), text.size());
    }

    void show(const QString &name, double position = 0)
    {
        QSignalSpy visible(m_pane, &WebPane::articleVisible);
        ArticleRow row;
        row.id = ++m_article;
        row.head.path = name.toUtf8();
        row.head.title = name;
        m_pane->showArticle(m_folder->path().toUtf8(), row, position);
        QVERIFY(visible.wait(patience));
    }

    void showBody(const QString &body, double position = 0)
    {
        write(QStringLiteral("article.md"), body);
        show(QStringLiteral("article.md"), position);
    }

    QVariant ask(const QString &script)
    {
        return scriptAnswer([&](const auto &answered) { m_pane->page()->run(script, answered); }, patience);
    }

    // What gets the keys while the article has the focus.
    QWidget *target() const
    {
        m_pane->setFocus();
        return QApplication::focusWidget();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ImageLoader> m_images;
    std::unique_ptr<StartNotes> m_notes; // of a pane that takes notes, which they outlive
    std::unique_ptr<QWidget> m_window;
    WebPane *m_pane = nullptr;
    ArticleId m_article = 0;
};
