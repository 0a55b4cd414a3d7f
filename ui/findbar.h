#pragma once

#include <QWidget>

#include <memory>

class WebPane;
namespace Ui
{
class FindBar;
}

// The bar below the article: what to find, how many there are, back and forward.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);
    ~FindBar() override;

    QString text() const;
    // Finds in this pane, and gives it the focus when the bar is left.
    void searchIn(WebPane *pane);

public Q_SLOTS:
    void open();  // shows the bar and takes the focus
    void leave(); // hides it
    // Asks for the next or the previous place; opens the bar where nothing is looked for.
    void next();
    void previous();
    void setResult(int active, int count);

Q_SIGNALS:
    void textChanged(const QString &text);
    void findNext();
    void findPrevious();
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::unique_ptr<Ui::FindBar> m_ui;
};
