#pragma once

#include <QWidget>

#include <memory>

namespace Ui
{
class StartPage;
}

// What stands in the window's place while there is nothing to read: the first start, an empty folder, a
// folder that cannot be read. A sentence and what to do.
class StartPage final : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);
    ~StartPage() override;

    void showWelcome();
    void showEmptyFolder(const QString &folder);
    void showUnreadable(const QString &folder, const QString &reason);

Q_SIGNALS:
    void openFolderWanted();
    void openSampleWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showText(const QString &title, const QString &text);

    std::unique_ptr<Ui::StartPage> m_ui;
};
