#pragma once

#include <QWidget>

#include <memory>

namespace Ui
{
class PictureBar;
}

// Stands above the article while pictures wait for the reader's word.
class PictureBar final : public QWidget
{
    Q_OBJECT

public:
    explicit PictureBar(QWidget *parent = nullptr); // hidden
    ~PictureBar() override;

public Q_SLOTS:
    void showHeldBack(int pictures, int hosts); // 0 pictures: hides

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void fetchWanted();
    void alwaysWanted(); // in this category

private:
    std::unique_ptr<Ui::PictureBar> m_ui;
};
